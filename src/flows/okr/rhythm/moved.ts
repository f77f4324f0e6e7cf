import type { Temporal } from 'temporal-polyfill'
import type { Locale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import { keyResultName, unitOf } from '../cards/lines.ts'
import { currentOf, currentOn, inOrder } from '../rules/current.ts'
import { sayNumber } from '../rules/read-number.ts'
import { latestDue } from '../rules/rhythm.ts'
import { sayScore, scoreOf } from '../rules/score.ts'
import { type ObjectiveStanding, type Standing, standingsOf } from '../standing.ts'
import { type CheckIn, historyOf } from '../store/check-ins.ts'
import { spanOf, todayIn } from '../store/cycles.ts'
import { isLive, type Objective } from '../store/objectives.ts'
import type { Settings } from '../store/settings.ts'
import { staleIn } from '../views/stale.ts'
import { roundWords } from './messages/round.ts'
import { rhythmOf, type TeamRhythms } from './rhythm-of.ts'

const FALL = 2

/** What happened to one objective from one check-in date to the next; what counts for a later day is told with that one's. */
export type Movement = {
  objective: Objective
  /** The check-in date that is told about: the latest one that has passed. */
  dueOn: string
  words: (locale: Locale) => string[]
}
type Around = { settings: Settings; rhythms: TeamRhythms }

/** Of these objectives, with what there is to say; the day after their check-in date at the earliest. */
export async function movementsOf(ctx: Context, objectives: readonly Objective[], around: Around): Promise<Movement[]> {
  const ids = objectives.flatMap(({ keyResults }) => keyResults.filter(isLive).map(({ id }) => id))
  const history = await historyOf(ctx.db, ids)
  const standings = await standingsOf(ctx.db, objectives, { now: ctx.now, settings: around.settings })
  return standings.flatMap((standing) => movementOf(ctx, standing, { history, ...around }) ?? [])
}

function movementOf(
  ctx: Context,
  standing: ObjectiveStanding,
  { history, ...around }: Around & { history: readonly CheckIn[] },
): Movement | null {
  const { objective } = standing
  const { startsOn } = spanOf(objective.cycle)
  const rhythm = rhythmOf(objective, around.rhythms, around.settings)
  const yesterday = todayIn(objective.cycle, ctx.now).subtract({ days: 1 })
  const dueOn = latestDue(rhythm, startsOn, yesterday)
  if (!dueOn) return null
  const since = latestDue(rhythm, startsOn, dueOn.subtract({ days: 1 })) ?? startsOn.subtract({ days: 1 })
  const stale = new Set(staleIn(ctx, standing, around).map(({ keyResult }) => keyResult.id))
  const until = history.filter(({ forDate }) => forDate <= dueOn.toString())
  return {
    ...{ objective, dueOn: dueOn.toString() },
    words: (locale) =>
      standing.keyResults.flatMap((one) =>
        wordsOf(locale, one, {
          own: until.filter(({ keyResultId }) => keyResultId === one.keyResult.id),
          ...{ since, isStale: stale.has(one.keyResult.id) },
        }),
      ),
  }
}

type Looking = { own: readonly CheckIn[]; since: Temporal.PlainDate; isStale: boolean }

function wordsOf(locale: Locale, { keyResult }: Standing, { own, since, isStale }: Looking): string[] {
  const words = roundWords[locale]
  const name = keyResultName(keyResult)
  const before = currentOn(own, since.toString())
  const said = (value: number) => sayNumber(value, unitOf(keyResult), locale)
  const scored = ({ value }: CheckIn) => sayScore(scoreOf(keyResult, value))
  const was = before?.value ?? keyResult.start
  const current = currentOf(own)
  const isNew = current !== null && current.forDate > since.toString()
  const fell = fallIn(own, since)
  return [
    ...(isNew && current.value !== was ? [words.moved(name, said(was), said(current.value), scored(current))] : []),
    ...(fell ? [words.fell(name, fell.before, fell.after)] : []),
    ...(isStale ? [words.stale(name)] : []),
  ]
}

/** The latest confidence, where it is lower by two or more than the one before. */
function fallIn(own: readonly CheckIn[], since: Temporal.PlainDate): { before: number; after: number } | null {
  const sure = inOrder(own).flatMap(({ confidence, forDate }) => (confidence === null ? [] : { confidence, forDate }))
  const [last, previous] = [sure.at(-1), sure.at(-2)]
  if (!last || !previous || last.forDate <= since.toString()) return null
  return previous.confidence - last.confidence >= FALL ? { before: previous.confidence, after: last.confidence } : null
}
