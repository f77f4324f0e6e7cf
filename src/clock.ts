import { Temporal } from 'temporal-polyfill'
import type { Database } from './database/types.ts'
import { UserError } from './errors.ts'

/** Where time comes from. Promises to people run on it; leases and waiting for platforms run on the database's own clock. */
export type Clock = {
  now(): Temporal.Instant
  /** Forward only: what has been skipped cannot be lived again. Throws a UserError where time passes by itself. */
  moveTo(instant: Temporal.Instant): Promise<void>
  /** Learns how far another process has moved it. */
  refresh(): Promise<void>
}

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  async moveTo() {
    throw new UserError('The clock runs by itself here; DEV_CLOCK=1 outside production lets it be moved.')
  },
  refresh: async () => {},
}

/** The machine's time plus an offset that is kept in the database, so that all processes and later starts agree. */
export function movableClock(db: Database): Clock {
  let offset = 0
  const now = () => Temporal.Now.instant().add({ milliseconds: offset })
  return {
    now,
    async moveTo(instant) {
      const ahead = instant.epochMilliseconds - now().epochMilliseconds
      if (ahead <= 0) return
      offset += ahead
      const milliseconds = BigInt(offset)
      await db.clockOffset.upsert({ where: { id: 1 }, create: { milliseconds }, update: { milliseconds } })
    },
    async refresh() {
      const row = await db.clockOffset.findUnique({ where: { id: 1 } })
      offset = Math.max(offset, Number(row?.milliseconds ?? 0))
    },
  }
}
