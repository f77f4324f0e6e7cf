import type { Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { type Person, peopleAround, withBackups } from '../../../people/around.ts'
import type { Options } from '../rules/round.ts'
import { type Settings, settingsOf } from '../store/settings.ts'
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
