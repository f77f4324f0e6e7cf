/** 1 critical to 4 minor. */
export type Severity = 1 | 2 | 3 | 4
export const SEVERITIES = [1, 2, 3, 4] as const satisfies readonly Severity[]

export type Type = 'product' | 'service' | 'process' | 'delivery' | 'billing' | 'other'
export const TYPES = [
  'product',
  'service',
  'process',
  'delivery',
  'billing',
  'other',
] as const satisfies readonly Type[]

/** How the customer told it. */
export type Via = 'phone' | 'email' | 'chat' | 'shop' | 'letter' | 'social' | 'other'
export const VIAS = ['phone', 'email', 'chat', 'shop', 'letter', 'social', 'other'] as const satisfies readonly Via[]

/** How it came to us. */
export type Source = 'command' | 'message' | 'watched' | 'api'

/** 人机料法环测 */
export type CauseFamily = 'people' | 'machine' | 'material' | 'method' | 'environment' | 'measurement'
export const CAUSE_FAMILIES = [
  'people',
  'machine',
  'material',
  'method',
  'environment',
  'measurement',
] as const satisfies readonly CauseFamily[]

/** S1 and S2 need the approval of the owner's manager before the customer is answered. */
export const needsApproval = (severity: Severity): boolean => severity <= 2
