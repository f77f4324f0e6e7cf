import type { Temporal } from 'temporal-polyfill'
import { sayDay, sayDuration, sayTime } from '../../../../calendar/say.ts'
import type { Locale } from '../../../../chat/locale.ts'
import type { ClockFace } from '../../clocks/clockwork.ts'
import { cardWords } from '../messages/card.ts'

export type Reader = { locale: Locale; timeZone: string }
type Instant = Temporal.Instant

/** How a clock stands, in words: “due Fri, 4 Dec, 16:00, 3 h 20 min left”. */
export function clockLine(face: ClockFace, { pausedAt }: { pausedAt: Instant | null }, reader: Reader): string {
  const words = cardWords[reader.locale]
  const [due, time] = [sayMoment(face.dueAt, reader), timeOf(face, reader.locale)]
  switch (face.state) {
    case 'running':
      if (face.breachedAt) return face.leftMinutes <= -1 ? words.breached(due, time) : words.breachedNow(due)
      return face.leftMinutes > 0 ? words.due(due, time) : words.dueNow(due)
    case 'paused': {
      const since = pausedAt && sayMoment(pausedAt, reader)
      return face.breachedAt ? words.pausedLate(since, time) : words.paused(since, time)
    }
    case 'met': {
      const done = face.endedAt ? sayMoment(face.endedAt, reader) : ''
      return face.breachedAt ? words.metLate(done, due) : words.met(done)
    }
    case 'stopped':
      return words.stopped
  }
}

/** `Fri, 4 Dec, 16:00` · `12月4日（周五）16:00`. */
export function sayMoment(at: Instant, { locale, timeZone }: Reader): string {
  const day = sayDay(at.toZonedDateTimeISO(timeZone).toPlainDate(), locale)
  return cardWords[locale].moment(day, sayTime(at, timeZone, locale))
}

function timeOf({ leftMinutes, time }: ClockFace, locale: Locale): string {
  // A minute that has begun is still there, as in the arithmetic of the clock.
  const duration = sayDuration(Math.abs(Math.ceil(leftMinutes)), locale)
  return time === 'working' ? cardWords[locale].working(duration) : duration
}
