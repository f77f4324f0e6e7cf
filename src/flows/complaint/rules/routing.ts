import type { Severity, Type } from './classes.ts'
import { comparable, says } from './suggest-match.ts'

/** What is absent fits everything. */
export type Rule = {
  id: string
  type: Type | null
  severity: Severity | null
  product: string | null
  /** One of them has to be said. */
  keyword: string | null
  ownerId: string | null
  channelId: string | null
}

export type Routed = { type: Type; severity: Severity; product: string; text: string }
/** Why a rule fits: what of it was asked for and found. */
export type Reason =
  | { kind: 'type'; type: Type }
  | { kind: 'severity'; severity: Severity }
  | { kind: 'product'; product: string }
  | { kind: 'keyword'; word: string }

/** The first rule that fits, its place from 1, and why; null when none does. */
export function winner<One extends Rule>(
  rules: readonly One[],
  complaint: Routed,
): { rule: One; place: number; why: readonly Reason[] } | null {
  for (const [at, rule] of rules.entries()) {
    const why = reasonsOf(rule, complaint)
    if (why) return { rule, place: at + 1, why }
  }
  return null
}

/** `fire, 着火` as its words. */
export const keywordsOf = (keyword: string): string[] =>
  keyword
    .split(/[,，、;；\n]/u)
    .map(comparable)
    .filter((word) => word !== '')

function reasonsOf({ type, severity, product, keyword }: Rule, complaint: Routed): Reason[] | null {
  const text = comparable(`${complaint.product} ${complaint.text}`)
  const word = keyword === null ? undefined : keywordsOf(keyword).find((one) => says(text, one))
  const fits =
    (type === null || type === complaint.type) &&
    (severity === null || severity === complaint.severity) &&
    (product === null || says(comparable(complaint.product), comparable(product))) &&
    (keyword === null || word !== undefined)
  if (!fits) return null
  return [
    ...(type ? [{ kind: 'type' as const, type }] : []),
    ...(severity ? [{ kind: 'severity' as const, severity }] : []),
    ...(product ? [{ kind: 'product' as const, product }] : []),
    ...(word ? [{ kind: 'keyword' as const, word }] : []),
  ]
}
