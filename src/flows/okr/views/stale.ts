import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../../flow.ts'
import { rhythmOf, type TeamRhythms } from '../rhythm/rhythm-of.ts'
import { latestDue } from '../rules/rhythm.ts'
import type { ObjectiveStanding, Standing } from '../standing.ts'
import { spanOf, todayIn } from '../store/cycles.ts'
import type { Settings } from '../store/settings.ts'

/** The key results on which nobody has checked in for more than one whole rhythm. */
export function staleIn(
  { now }: Pick<Context, 'now'>,
  { objective, keyResults }: ObjectiveStanding,
  { rhythms, settings }: { rhythms: TeamRhythms; settings: Settings },
): Standing[] {
  const { startsOn } = spanOf(objective.cycle)
  const rhythm = rhythmOf(objective, rhythms, settings)
  const latest = latestDue(rhythm, startsOn, todayIn(objective.cycle, now))
  const before = latest && latestDue(rhythm, startsOn, latest.subtract({ days: 1 }))
  if (!before) return []
  const limit = before.subtract({ days: settings.freshDays })
  return keyResults.filter(
    ({ current }) => !current || Temporal.PlainDate.compare(Temporal.PlainDate.from(current.forDate), limit) < 0,
  )
}
