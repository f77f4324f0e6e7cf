import { toInstant } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Context } from '../../../flow.ts'
import { rhythmOf, type TeamRhythms } from '../rhythm/rhythm-of.ts'
import { latestDue } from '../rules/rhythm.ts'
import type { ObjectiveStanding, Standing } from '../standing.ts'
import { spanOf, todayIn } from '../store/cycles.ts'
import type { Objective } from '../store/objectives.ts'
import type { Settings } from '../store/settings.ts'

type Rhythms = { rhythms: TeamRhythms; settings: Settings }

/** The key results on which nobody has checked in for more than one whole rhythm. */
export function staleIn(
  ctx: Pick<Context, 'now'>,
  { objective, keyResults }: ObjectiveStanding,
  by: Rhythms,
): Standing[] {
  const limit = freshFrom(ctx, objective, by)
  const { timeZone } = objective.cycle
  return keyResults.filter(({ current, keyResult: { createdAt } }) =>
    isStale({ forDate: current?.forDate ?? null, createdAt, timeZone }, limit),
  )
}

/** The first ISO date of which a check-in still counts as recent; null as long as no whole rhythm has passed. */
export function freshFrom(
  { now }: Pick<Context, 'now'>,
  objective: Pick<Objective, 'cycle' | 'team' | 'every' | 'day'>,
  { rhythms, settings }: Rhythms,
): string | null {
  const { startsOn } = spanOf(objective.cycle)
  const rhythm = rhythmOf(objective, rhythms, settings)
  const latest = latestDue(rhythm, startsOn, todayIn(objective.cycle, now))
  const before = latest && latestDue(rhythm, startsOn, latest.subtract({ days: 1 }))
  return before?.subtract({ days: settings.freshDays }).toString() ?? null
}

type Touched = { forDate: string | null; createdAt: Date; timeZone: string }

/** Whether the latest check-in, by its ISO date, is older than that; without any, whether it was set up before. */
export const isStale = ({ forDate, createdAt, timeZone }: Touched, limit: string | null): boolean =>
  limit !== null && (forDate ?? localDateOf(toInstant(createdAt), timeZone).toString()) < limit
