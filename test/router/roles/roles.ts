import type { Ids } from '../two-companies.ts'

/** For whom a deed is; the administrators may do what the lead, the owner or those concerned may. */
export type For =
  | 'lead'
  | 'those who belong'
  | 'participants'
  | 'those concerned'
  | 'the owner'
  | 'the approver'
  | 'colleagues'
  | 'oneself'
  | 'administrators'

/** What everything of a flow's table of contents is given to do it to Ben, to what is his or with it. */
export type Roles = {
  /** The value of the button. */
  buttons: Record<string, { for: For; value: (ids: Ids) => string }>
  /** What is typed after the command. */
  commands: Record<string, { for: For; typed: (ids: Ids) => string }>
  forms: Record<string, { for: For; context: (ids: Ids) => string }>
}

/** Who may not: Tom takes part, Ana does not; neither leads, owns or administers anything. */
export const REFUSED: Record<For, readonly string[]> = {
  lead: ['tom', 'ana'],
  'those who belong': ['ana'],
  participants: ['ana'],
  'those concerned': ['tom', 'ana'],
  'the owner': ['tom', 'ana'],
  'the approver': ['tom', 'ana'],
  administrators: ['tom', 'ana'],
  colleagues: [],
  oneself: [],
}
