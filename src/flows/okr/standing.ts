import type { Temporal } from 'temporal-polyfill'
import type { Db } from '../../database/types.ts'
import { elapsedShare } from './rules/elapsed.ts'
import { type Health, healthOf } from './rules/health.ts'
import { objectiveScore, roundScore, scoreOf } from './rules/score.ts'
import { type CheckIn, currentOfMany } from './store/check-ins.ts'
import { type Cycle, spanOf, todayIn } from './store/cycles.ts'
import { isLive, type KeyResult, type Objective } from './store/objectives.ts'
import type { Settings } from './store/settings.ts'

/** How a key result stands; its score is exact, 0 to 1. */
export type Standing = {
  keyResult: KeyResult
  current: CheckIn | null
  value: number
  score: number
  health: Health | null
}
/** How an objective stands, with its live key results; its score is exact, and null where it has none. */
export type ObjectiveStanding = {
  objective: Objective
  keyResults: readonly Standing[]
  score: number | null
  health: Health | null
  elapsed: number
}
type Now = { now: Temporal.Instant; settings: Settings }

/** Derived from the check-ins, which are asked for once. */
export async function standingsOf(db: Db, objectives: readonly Objective[], at: Now): Promise<ObjectiveStanding[]> {
  const ids = objectives.flatMap(({ keyResults }) => keyResults.filter(isLive).map(({ id }) => id))
  const current = await currentOfMany(db, ids)
  const elapsed = new Map<string, number>()
  return objectives.map((objective) => {
    const share = elapsed.get(objective.cycleId) ?? elapsedOf(objective.cycle, at)
    elapsed.set(objective.cycleId, share)
    return standingOf(objective, current, share)
  })
}

/** The share of a cycle's working days that has passed, 0 to 1. */
export const elapsedOf = (cycle: Cycle, { now, settings }: Now): number =>
  elapsedShare(spanOf(cycle), todayIn(cycle, now), { days: settings.workingDays, holidays: settings.holidays })

export function standingOf(
  objective: Objective,
  current: ReadonlyMap<string, CheckIn>,
  elapsed: number,
): ObjectiveStanding {
  const keyResults = objective.keyResults.filter(isLive).map((keyResult) => {
    const latest = current.get(keyResult.id) ?? null
    const score = scoreOf(keyResult, latest?.value ?? null)
    const health = healthOf(roundScore(score), elapsed)
    return { keyResult, current: latest, value: latest?.value ?? keyResult.start, score, health }
  })
  const score = objectiveScore(keyResults.map((one) => ({ score: one.score, weight: one.keyResult.weight })))
  const health = healthOf(score === null ? null : roundScore(score), elapsed)
  return { objective, keyResults, score, health, elapsed }
}
