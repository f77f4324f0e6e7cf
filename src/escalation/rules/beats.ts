import type { Temporal } from 'temporal-polyfill'
import { addWorkingTime, type WorkingHours } from '../../calendar/working-time.ts'
import type { Step, Wait } from './policy.ts'

/** A step, or one of its repeats; the one behind the last step is the word that the chain is exhausted. */
export type Beat = { step: number; repeat: number }

export const FIRST_BEAT: Beat = { step: 0, repeat: 0 }
/** How long after the last step, by its clock, nobody may have taken it before the chain counts as exhausted. */
export const LAST_WORD_MINUTES = 60

export const isExhaustion = (beat: Beat, steps: readonly Step[]): boolean => beat.step >= steps.length

/** What comes after this one when nobody takes it; null when the chain is exhausted. */
export function beatAfter({ step, repeat }: Beat, steps: readonly Step[]): Beat | null {
  const fired = steps[step]
  if (!fired) return null
  return repeat < repeatsOf(fired) ? { step, repeat: repeat + 1 } : { step: step + 1, repeat: 0 }
}

/** What comes when nobody of this step could be told: its repeats would find nobody either. */
export const stepAfter = ({ step }: Beat): Beat => ({ step: step + 1, repeat: 0 })

/** How long this beat waits for the one before it. */
export function waitBefore({ step, repeat }: Beat, steps: readonly Step[]): Wait {
  const waiting = steps[step]
  if (!waiting) return { minutes: LAST_WORD_MINUTES, clock: steps.at(-1)?.clock ?? 'calendar' }
  return { minutes: repeat > 0 ? (waiting.repeatEvery ?? 0) : waiting.after, clock: waiting.clock }
}

/** When a wait that begins then is over; somebody without working hours is waited for by the calendar. */
export function endOf({ minutes, clock }: Wait, from: Temporal.Instant, hours: WorkingHours): Temporal.Instant {
  const byCalendar = from.add({ minutes })
  return clock === 'calendar' ? byCalendar : (addWorkingTime(from, minutes, hours) ?? byCalendar)
}

const repeatsOf = ({ repeatEvery, times }: Step): number => (repeatEvery ? (times ?? 0) : 0)
