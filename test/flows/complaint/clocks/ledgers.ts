import { Temporal } from 'temporal-polyfill'
import type { WorkingHours } from '../../../../src/calendar/working-time.ts'
import type { Ledger, Terms } from '../../../../src/flows/complaint/rules/ledger.ts'
import { begun, type Happening, ledgerAfter } from '../../../../src/flows/complaint/rules/ledger-entries.ts'

export const HOURS = 60

export const office: WorkingHours = {
  timeZone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  spans: [{ start: '08:00', end: '17:00' }],
  holidays: null,
}
export const shanghai: WorkingHours = {
  timeZone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  spans: [
    { start: '09:00', end: '12:00' },
    { start: '13:30', end: '18:00' },
  ],
  holidays: 'CN',
}

export const calendarHours = (hours: number): Terms => ({ minutes: hours * HOURS, time: 'calendar', calendar: null })
export const workingHours = (hours: number, calendar = office): Terms => ({
  minutes: hours * HOURS,
  time: 'working',
  calendar,
})

/** An instant on the wall in Berlin. */
export const berlin = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin').toInstant()
export const onTheWall = (at: Temporal.Instant | null): string | undefined =>
  at?.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString({ smallestUnit: 'minute' })

export const started = (local: string, terms: Terms): Ledger => begun({ at: berlin(local), terms })

type Step = Omit<Happening, 'at'>
/** The ledger after these, each at its time in Berlin. */
export const followedBy = (ledger: Ledger, ...steps: readonly (readonly [string, Step | Step['event']])[]): Ledger =>
  steps.reduce(
    (before, [local, step]) =>
      ledgerAfter(before, { ...(typeof step === 'string' ? { event: step } : step), at: berlin(local) }),
    ledger,
  )
