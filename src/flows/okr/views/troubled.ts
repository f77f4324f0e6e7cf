import type { Context } from '../../../flow.ts'
import { teamsOf } from '../rhythm/rhythm-of.ts'
import { type Health, healthOf } from '../rules/health.ts'
import { objectiveScore, scoreOf } from '../rules/score.ts'
import { elapsedOf } from '../standing.ts'
import { type Cycle, cyclesOf } from '../store/cycles.ts'
import type { Settings } from '../store/settings.ts'
import type { Filters } from './filters.ts'
import { freshFrom, isStale } from './stale.ts'
import { type Measure, measuresOf } from './store/measures.ts'
import type { Candidate } from './store/objectives.ts'

const TROUBLE: readonly (Health | null)[] = ['at-risk', 'off-track']

export type Weighed = Candidate & { cycle: Cycle; measures: readonly Measure[] }

/** Of these the ones that are at risk or off track, or on which nobody has checked in for long; both where both are asked for. */
export async function troubled(
  ctx: Context,
  candidates: readonly Candidate[],
  { filters, settings }: { filters: Filters; settings: Settings },
): Promise<Candidate[]> {
  const all = await weighed(ctx, candidates)
  const risky = filters.isAtRisk ? inTrouble(ctx, all, settings) : all
  return filters.isStale ? standingStill(ctx, risky, settings) : risky
}

/** With their key results, as far as scores go. */
export async function weighed({ db, workspace }: Context, candidates: readonly Candidate[]): Promise<Weighed[]> {
  const ids = candidates.map(({ id }) => id)
  const measures = await measuresOf(db, ids)
  const cycles = new Map((await cyclesOf(db, workspace.id)).map((cycle) => [cycle.id, cycle]))
  return candidates.flatMap((candidate) => {
    const cycle = cycles.get(candidate.cycleId)
    return cycle ? [{ ...candidate, cycle, measures: measures.get(candidate.id) ?? [] }] : []
  })
}

/** One of its key results, or all of them together. */
function inTrouble({ now }: Context, all: readonly Weighed[], settings: Settings): Weighed[] {
  const elapsed = onceFor(
    ({ cycleId }) => cycleId,
    ({ cycle }) => elapsedOf(cycle, { now, settings }),
  )
  return all.filter((one) => {
    const isBad = (score: number | null) => TROUBLE.includes(healthOf(score, elapsed(one)))
    return one.measures.some((measure) => isBad(scoreOf(measure, measure.value))) || isBad(scoreIn(one.measures))
  })
}

/** Of all of them together, exact; null where there are none. */
export const scoreIn = (measures: readonly Measure[]): number | null =>
  objectiveScore(measures.map((measure) => ({ weight: measure.weight, score: scoreOf(measure, measure.value) })))

/** Those with key results on which nobody has checked in for long, and of their key results only these. */
export async function standingStill(ctx: Context, all: readonly Weighed[], settings: Settings): Promise<Weighed[]> {
  const rhythms = await teamsOf(ctx.db, ctx.workspace.id)
  const key = ({ cycleId, team, every, day }: Weighed) => `${cycleId} ${every} ${day} ${team}`
  const limit = onceFor(key, (one) => freshFrom(ctx, one, { rhythms, settings }))
  return all.flatMap((one) => {
    const { timeZone } = one.cycle
    const measures = one.measures.filter(({ forDate, createdAt }) =>
      isStale({ forDate, createdAt, timeZone }, limit(one)),
    )
    return measures.length > 0 ? [{ ...one, measures }] : []
  })
}

/** The same answer for all with one key, worked out once. */
export function onceFor<Answer>(
  keyOf: (one: Weighed) => string,
  answerTo: (one: Weighed) => Answer,
): (one: Weighed) => Answer {
  const known = new Map<string, Answer>()
  return (one) => {
    const key = keyOf(one)
    if (!known.has(key)) known.set(key, answerTo(one))
    return known.get(key) as Answer
  }
}
