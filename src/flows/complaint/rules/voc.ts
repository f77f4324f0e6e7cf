import type { CauseFamily, Severity, Type } from './classes.ts'
import { SEVERITIES, TYPES } from './classes.ts'
import { medianOf, percentileOf } from './percentile.ts'

/** All instants in epoch milliseconds. */
export type Span = { from: number; to: number }

/** A complaint as the report sees it. */
export type Case = {
  id: string
  number: number
  severity: Severity
  type: Type
  family: CauseFamily | null
  receivedAt: number
  customerId: string
  customer: string
  /** Counts with the one that it was merged into. */
  isMerged: boolean
  /** How many customers it concerns, those of what was merged into it too. */
  customers: number
  /** When it ended or began again, the earliest first. */
  turns: readonly { at: number; ends: boolean }[]
}
/** The first promise of its kind about a complaint. */
export type Promised = {
  kind: 'acknowledge' | 'reply'
  startedAt: number
  metAt: number | null
  breachedAt: number | null
}
export type Verdict = { at: number; score: number }
export type Facts = { cases: readonly Case[]; promises: readonly Promised[]; verdicts: readonly Verdict[] }

/** How one kind of promise was kept: minutes from receipt, pauses included. Null where nothing was decided or done. */
export type Kept = { decided: number; within: number; share: number | null; median: number | null; p90: number | null }
export type Voc = {
  received: number
  closed: number
  open: number
  /** By type, then by severity. */
  classes: Readonly<Record<Type, Readonly<Record<Severity, number>>>>
  acknowledge: Kept
  reply: Kept
  families: readonly { family: CauseFamily | null; count: number }[]
  repeats: readonly { customer: string; count: number }[]
  csat: { answers: number; mean: number | null; satisfied: number | null }
  pressing: readonly { number: number; customers: number; weight: number }[]
}

const DAY_MS = 86_400_000
const REPEAT_WITHIN_MS = 90 * DAY_MS
const MOST_LISTED = 5
const SATISFIED_FROM = 4

/** The voice of the customer over a span; every number as `docs/complaints.md` defines it. */
export function vocOf({ cases, promises, verdicts }: Facts, span: Span): Voc {
  const own = cases.filter(({ isMerged }) => !isMerged)
  const received = own.filter(({ receivedAt }) => isIn(receivedAt, span))
  return {
    received: received.length,
    closed: closedIn(own, span),
    open: openAt(own, span.to),
    classes: classesOf(received),
    acknowledge: keptOf(promises, 'acknowledge', span),
    reply: keptOf(promises, 'reply', span),
    families: familiesOf(received),
    repeats: repeatsOf(cases, span),
    csat: csatOf(verdicts.filter(({ at }) => isIn(at, span))),
    pressing: pressingOf(own, span.to),
  }
}

/** One point of the trend for each of these spans. */
export const trendOf = ({ cases }: Facts, spans: readonly Span[]) => {
  const own = cases.filter(({ isMerged }) => !isMerged)
  return spans.map((span) => ({
    ...span,
    received: own.filter(({ receivedAt }) => isIn(receivedAt, span)).length,
    closed: closedIn(own, span),
    open: openAt(own, span.to),
  }))
}
export type Point = ReturnType<typeof trendOf>[number]

/** How much a complaint weighs: 4 for S1 to 1 for S4, times the customers whom it concerns. */
export const weightOf = ({ severity, customers }: Pick<Case, 'severity' | 'customers'>): number =>
  (5 - severity) * customers

const isIn = (at: number, { from, to }: Span): boolean => at >= from && at < to

/** A complaint that ends twice in a span counts once. */
const closedIn = (cases: readonly Case[], span: Span): number =>
  cases.filter(({ turns }) => turns.some(({ at, ends }) => ends && isIn(at, span))).length

const openAt = (cases: readonly Case[], instant: number): number => cases.filter((one) => isOpenAt(one, instant)).length

const isOpenAt = ({ receivedAt, turns }: Case, instant: number): boolean =>
  receivedAt < instant && !(turns.findLast(({ at }) => at < instant)?.ends ?? false)

function classesOf(cases: readonly Case[]): Voc['classes'] {
  const count = (type: Type, severity: Severity) =>
    cases.filter((one) => one.type === type && one.severity === severity).length
  const row = (type: Type) => Object.fromEntries(SEVERITIES.map((severity) => [severity, count(type, severity)]))
  return Object.fromEntries(TYPES.map((type) => [type, row(type)])) as Voc['classes']
}

/** A promise is decided when it is kept or broken, whichever is first. */
function keptOf(promises: readonly Promised[], kind: Promised['kind'], span: Span): Kept {
  const ofKind = promises.filter((one) => one.kind === kind)
  const decided = ofKind.filter(({ metAt, breachedAt }) => isIn(breachedAt ?? metAt ?? Number.NaN, span))
  const within = decided.filter(({ breachedAt }) => breachedAt === null).length
  const minutes = ofKind.flatMap(({ startedAt, metAt }) =>
    metAt !== null && isIn(metAt, span) ? [(metAt - startedAt) / 60_000] : [],
  )
  return {
    decided: decided.length,
    within,
    share: decided.length > 0 ? within / decided.length : null,
    median: medianOf(minutes),
    p90: percentileOf(minutes, 0.9),
  }
}

function familiesOf(cases: readonly Case[]): Voc['families'] {
  const counts = new Map<CauseFamily | null, number>()
  for (const { family } of cases) counts.set(family, (counts.get(family) ?? 0) + 1)
  return [...counts].map(([family, count]) => ({ family, count })).toSorted((a, b) => b.count - a.count)
}

/** Customers with two complaints or more in the 90 days before the end of the span, one of them in it. */
function repeatsOf(cases: readonly Case[], span: Span): Voc['repeats'] {
  const recent = cases.filter(({ receivedAt }) => isIn(receivedAt, { from: span.to - REPEAT_WITHIN_MS, to: span.to }))
  const ids = [...new Set(recent.map(({ customerId }) => customerId))]
  return ids
    .map((id) => recent.filter(({ customerId }) => customerId === id))
    .filter((all) => all.length > 1 && all.some(({ receivedAt }) => isIn(receivedAt, span)))
    .map((all) => ({ customer: all[0]?.customer ?? '', count: all.length }))
    .toSorted((a, b) => b.count - a.count || a.customer.localeCompare(b.customer))
    .slice(0, MOST_LISTED)
}

function csatOf(verdicts: readonly Verdict[]): Voc['csat'] {
  const answers = verdicts.length
  if (answers === 0) return { answers, mean: null, satisfied: null }
  return {
    answers,
    mean: verdicts.reduce((sum, { score }) => sum + score, 0) / answers,
    satisfied: verdicts.filter(({ score }) => score >= SATISFIED_FROM).length / answers,
  }
}

const pressingOf = (cases: readonly Case[], instant: number): Voc['pressing'] =>
  cases
    .filter((one) => isOpenAt(one, instant))
    .map((one) => ({ number: one.number, customers: one.customers, weight: weightOf(one) }))
    .toSorted((a, b) => b.weight - a.weight || a.number - b.number)
    .slice(0, MOST_LISTED)
