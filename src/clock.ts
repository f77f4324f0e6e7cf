import { Temporal } from 'temporal-polyfill'
import type { Database } from './database/types.ts'

/** Where time comes from. Promises to people run on it; leases and waiting for platforms run on the database's own clock. */
export type Clock = {
  now(): Temporal.Instant
  /** Learns how far another process has moved it. */
  refresh(): Promise<void>
}

export type MovableClock = Clock & {
  /** Forward only: what has been skipped cannot be lived again. */
  moveTo(instant: Temporal.Instant): Promise<void>
}

export const systemClock: Clock = { now: () => Temporal.Now.instant(), refresh: async () => {} }

/** The machine's time plus an offset that is kept in the database, so that all processes and later starts agree. */
export function movableClock(db: Database): MovableClock {
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
