import type { Database } from '../../src/database/types.ts'

/** What everybody has to pass who writes there; reading goes on. */
const BARRIERS = {
  Identity: 'LOCK TABLE "Identity" IN SHARE ROW EXCLUSIVE MODE',
  Member: 'LOCK TABLE "Member" IN SHARE ROW EXCLUSIVE MODE',
}

/** Starts all of them, lets them read what they read and wait before they write, and only then lets them go on. */
export async function atOnce<Result>(
  db: Database,
  beforeWriting: keyof typeof BARRIERS,
  deeds: readonly (() => Promise<Result>)[],
): Promise<Result[]> {
  const all = await db.$transaction(async (barrier) => {
    await barrier.$executeRawUnsafe(BARRIERS[beforeWriting])
    const started = deeds.map((deed) => deed())
    while ((await waiting(db)) < deeds.length) await new Promise((resolve) => setTimeout(resolve, 10))
    return { started }
  })
  return Promise.all(all.started)
}

async function waiting(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return Number(row?.count)
}
