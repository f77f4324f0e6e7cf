import type { Express } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { UserError } from '../../errors.ts'
import { fromHere } from './loopback.ts'
import { answerProblems } from './problems.ts'
import { Refusal } from './refusal.ts'
import { bodyOf, jsonBody } from './requests.ts'

export type ClockMove = { advance: string } | { to: string } | { next: true }
export type MoveClock = (how: ClockMove) => Promise<Temporal.Instant>

const SHORT_DURATION = /^\d{1,4}[smhd]$/
const MOST_SECONDS = 366 * 24 * 60 * 60

const Advance = z.string().transform(orIssue(durationIn))
const To = z.string().transform(orIssue((text) => Temporal.Instant.from(text).toString()))
const ClockRequest = z.union(
  [z.strictObject({ advance: Advance }), z.strictObject({ to: To }), z.strictObject({ next: z.literal(true) })],
  { error: 'send {"advance": "1h"} (forward, up to a year), {"to": "2026-05-04T09:00:00Z"} or {"next": true}' },
)

/** Mounts `POST /dev/clock`, which moves the clock forward; only for callers on this machine. */
export function mountClock(web: Express, moveClock: MoveClock): void {
  web.post('/dev/clock', fromHere, jsonBody, async (req, res) => {
    const now = await moved(moveClock, bodyOf(ClockRequest, req))
    res.json({ now: now.toString() })
  })
  web.use('/dev/clock', answerProblems)
}

async function moved(moveClock: MoveClock, how: ClockMove): Promise<Temporal.Instant> {
  try {
    return await moveClock(how)
  } catch (error) {
    if (error instanceof UserError) throw new Refusal(400, error.message)
    throw error
  }
}

/** `1h` or `PT1H` as an ISO duration in seconds; throws a RangeError when it is no duration, or none forward. */
function durationIn(text: string): string {
  const short = SHORT_DURATION.test(text)
  const iso = short ? `P${text.endsWith('d') ? '' : 'T'}${text.toUpperCase()}` : text
  const seconds = Temporal.Duration.from(iso).total('seconds')
  if (!(seconds > 0 && seconds <= MOST_SECONDS)) throw new RangeError('not a step forward')
  return `PT${Math.ceil(seconds)}S`
}

function orIssue(parse: (text: string) => string) {
  return (text: string, ctx: z.RefinementCtx<string>): string => {
    try {
      return parse(text)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      ctx.addIssue({ code: 'custom', message: error.message })
      return z.NEVER
    }
  }
}
