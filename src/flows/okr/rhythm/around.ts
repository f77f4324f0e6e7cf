import type { Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import type { Options, Person } from '../rules/round.ts'
import { type Settings, settingsOf } from '../store/settings.ts'
import { peopleAround } from './people.ts'
import { type TeamRhythms, teamsOf } from './rhythm-of.ts'
import { coveredBy } from './store/covered.ts'
import { asWatched, type WatchedRow, watchedBy } from './store/watched.ts'

/** All that the rounds of these members need to know, asked for in a few words however many they are. */
export type Around = {
  settings: Settings
  options: Options
  rhythms: TeamRhythms
  members: ReadonlyMap<string, Member>
  people: ReadonlyMap<string, Person>
  watched: readonly WatchedRow[]
}

const LONGEST_CHAIN = 5

export async function aroundOf(ctx: Context, members: readonly Member[]): Promise<Around> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const rhythms = await teamsOf(ctx.db, ctx.workspace.id)
  const ids = members.map(({ id }) => id)
  const covered = settings.whenAway === 'backup' ? await coveredBy(ctx.db, ctx.workspace.id, ids) : []
  const { rows, turns } = await watchedBy(ctx.db, ctx.workspace.id, [...ids, ...covered])
  const known = await withBackups(ctx, [...ids, ...rows.flatMap(({ ownerId, leadId }) => [ownerId, leadId])])
  return {
    ...{ settings, rhythms, members: known, people: await peopleAround(ctx, known) },
    options: {
      freshDays: settings.freshDays,
      after: { nudge: settings.nudgeAfter, lead: settings.leadAfter, manager: settings.managerAfter },
      whenAway: settings.whenAway,
    },
    watched: asWatched(rows, turns, { rhythms, settings, people: known }),
  }
}

/** These members, and along the chain of backups whoever may stand in for them. */
async function withBackups(ctx: Context, ids: readonly string[]): Promise<Map<string, Member>> {
  const known = new Map<string, Member>()
  for (let wanted = [...new Set(ids)], depth = 0; wanted.length > 0 && depth < LONGEST_CHAIN; depth++) {
    const found = await membersByIds(ctx.db, ctx.workspace.id, wanted)
    for (const member of found) known.set(member.id, member)
    const backups = depth === 0 ? await absenceBackups(ctx, wanted) : []
    const next = [...found.flatMap(({ backupId }) => backupId ?? []), ...backups]
    wanted = [...new Set(next)].filter((id) => !known.has(id))
  }
  return known
}

/** Whoever was named to stand in for one absence. */
async function absenceBackups({ db, now }: Context, ids: readonly string[]): Promise<string[]> {
  const today = new Date(now.subtract({ hours: 24 }).epochMilliseconds)
  const where = { memberId: { in: [...ids] }, toDate: { gte: today }, NOT: { backupId: null } }
  return (await db.absence.findMany({ where, select: { backupId: true } })).flatMap(({ backupId }) => backupId ?? [])
}
