import { sayDuration } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import { LONGEST_WAIT_MINUTES } from '../../../escalation/rules/policy.ts'
import { readWait } from '../../../escalation/rules/wait-syntax.ts'
import type { Severity, Type } from './classes.ts'

export type ClockKind = 'acknowledge' | 'reply'
export const CLOCK_KINDS = ['acknowledge', 'reply'] as const satisfies readonly ClockKind[]

/** How long a clock may run, and by which time. */
export type Target = { minutes: number; time: 'calendar' | 'working' }
/** What a workspace has chosen; for every type where none is named. */
export type Chosen = Target & { kind: ClockKind; severity: Severity; type: Type | null }
export type Case = { kind: ClockKind; severity: Severity; type: Type | null }

const HOUR = 60
const USUAL_MINUTES: Readonly<Record<ClockKind, Record<Severity, number>>> = {
  acknowledge: { 1: 30, 2: 24 * HOUR, 3: 24 * HOUR, 4: 24 * HOUR },
  reply: { 1: 4 * HOUR, 2: 24 * HOUR, 3: 48 * HOUR, 4: 48 * HOUR },
}

/** What was chosen for its severity and type, else for its severity, else what is usual. */
export const targetOf = (chosen: readonly Chosen[], wanted: Case): Target =>
  exactly(chosen, wanted) ?? exactly(chosen, { ...wanted, type: null }) ?? usualTarget(wanted)

export const exactly = (chosen: readonly Chosen[], { kind, severity, type }: Case): Target | null =>
  chosen.find((one) => one.kind === kind && one.severity === severity && one.type === type) ?? null

export const usualTarget = ({ kind, severity }: Pick<Case, 'kind' | 'severity'>): Target => ({
  minutes: USUAL_MINUTES[kind][severity],
  time: 'calendar',
})

/** From a minute to thirty days, written as waits are: `30m`, `8h working`, `工作时间8小时`, `2d`. */
export function readTarget(typed: string): Target | 'unreadable' | 'out of range' {
  const wait = readWait(typed)
  if (!wait) return 'unreadable'
  if (wait.minutes < 1 || wait.minutes > LONGEST_WAIT_MINUTES) return 'out of range'
  return { minutes: wait.minutes, time: wait.clock }
}

/** `24 h`, `8 h working` · `24 小时`, `工作时间 8 小时`: as it can be typed. */
export function writeTarget({ minutes, time }: Target, locale: Locale): string {
  const length = sayDuration(minutes, locale)
  if (time === 'calendar') return length
  return locale === 'en' ? `${length} working` : `工作时间 ${length}`
}
