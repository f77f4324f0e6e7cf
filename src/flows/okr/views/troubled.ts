import type { Asking } from '../../../flow.ts'
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

type One = Candidate & { cycle: Cycle; measures: readonly Measure[] }

/** Of these the ones that are at risk or off track, or on which nobody has checked in for long; both where both are asked for. */
export async function troubled(
  ctx: Asking,
  candidates: readonly Candidate[],
  { filters, settings }: { filters: Filters; settings: Settings },
): Promise<Candidate[]> {
  const all = await measured(ctx, candidates)
  const risky = filters.isAtRisk ? inTrouble(ctx, all, settings) : all
  return filters.isStale ? standingStill(ctx, risky, settings) : risky
}

async function measured({ db, workspace }: Asking, candidates: readonly Candidate[]): Promise<One[]> {
  const ids = candidates.map(({ id }) => id)
  const measures = await measuresOf(db, ids)
  const cycles = new Map((await cyclesOf(db, workspace.id)).map((cycle) => [cycle.id, cycle]))
  return candidates.flatMap((candidate) => {
    const cycle = cycles.get(candidate.cycleId)
    return cycle ? [{ ...candidate, cycle, measures: measures.get(candidate.id) ?? [] }] : []
  })
}

/** One of its key results, or all of them together. */
function inTrouble({ now }: Asking, all: readonly One[], settings: Settings): One[] {
  const elapsed = onceFor(
    ({ cycleId }) => cycleId,
    ({ cycle }) => elapsedOf(cycle, { now, settings }),
  )
  return all.filter((one) => {
    const isBad = (score: number | null) => TROUBLE.includes(healthOf(score, elapsed(one)))
    const scoreNow = (measure: Measure) => scoreOf(measure, measure.value)
    return (
      one.measures.some((measure) => isBad(scoreNow(measure))) ||
      isBad(objectiveScore(one.measures.map((measure) => ({ weight: measure.weight, score: scoreNow(measure) }))))
    )
  })
}

async function standingStill(ctx: Asking, all: readonly One[], settings: Settings): Promise<One[]> {
  const rhythms = await teamsOf(ctx.db, ctx.workspace.id)
  const key = ({ cycleId, team, every, day }: One) => `${cycleId} ${every} ${day} ${team}`
  const limit = onceFor(key, (one) => freshFrom(ctx, one, { rhythms, settings }))
  return all.filter((one) => {
    const { timeZone } = one.cycle
    return one.measures.some(({ forDate, createdAt }) => isStale({ forDate, createdAt, timeZone }, limit(one)))
  })
}

/** The same answer for all with one key, worked out once. */
function onceFor<Answer>(keyOf: (one: One) => string, answerTo: (one: One) => Answer): (one: One) => Answer {
  const known = new Map<string, Answer>()
  return (one) => {
    const key = keyOf(one)
    if (!known.has(key)) known.set(key, answerTo(one))
    return known.get(key) as Answer
  }
}
