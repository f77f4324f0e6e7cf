import type { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDateColumn } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'

/** Who said beforehand that they will not take part, with the reason given. */
export async function skipsOn(
  db: Db,
  standupId: string,
  date: Temporal.PlainDate,
): Promise<Map<string, string | null>> {
  const skips = await db.standupSkip.findMany({ where: { standupId, date: toDateColumn(date) } })
  return new Map(skips.map((skip) => [skip.memberId, skip.reason]))
}

export type Skip = { standupId: string; memberId: string; date: Temporal.PlainDate; reason: string | null }

export async function noteSkip(db: Db, { standupId, memberId, date, reason }: Skip): Promise<void> {
  const key = { standupId, memberId, date: toDateColumn(date) }
  await db.standupSkip.upsert({
    where: { standupId_memberId_date: key },
    create: { ...key, reason },
    update: { reason },
  })
}

/** The dates from this one on that a member will skip. */
export async function skippedFrom(db: Db, memberId: string, date: Temporal.PlainDate): Promise<Set<string>> {
  const skips = await db.standupSkip.findMany({ where: { memberId, date: { gte: toDateColumn(date) } } })
  return new Set(skips.map((skip) => `${skip.standupId} ${fromDateColumn(skip.date).toString()}`))
}
