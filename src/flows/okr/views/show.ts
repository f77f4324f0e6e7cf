import { Temporal } from 'temporal-polyfill'
import { sayDay } from '../../../calendar/say.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { linkedTo, type Subject, withOffers } from '../../../links/links.ts'
import { membersByIds } from '../../../people/members.ts'
import { keyResultName, objectiveName } from '../cards/lines.ts'
import { readReference, writeKeyResult, writeObjective } from '../rules/reference.ts'
import { roundScore, sayScore } from '../rules/score.ts'
import { trendOf } from '../rules/trend.ts'
import { onlyVisible } from '../sight.ts'
import { type ObjectiveStanding, standingsOf } from '../standing.ts'
import { type CheckIn, historyOf } from '../store/check-ins.ts'
import { isLive, type Objective, objectivesBy } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { keyResultByReference, mustBeColleague, objectiveByReference } from '../which.ts'
import { showCard } from './cards/show-card.ts'
import { lookWords } from './messages/looking.ts'
import { subjectOf } from './subjects.ts'

const MOST_NOTES = 5
const MOST_POINTS = 8

/** `/okr show O-3`; of a key result, its objective. */
export async function showByCommand(ctx: Asking, { words }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const [typed = ''] = words
  if (readReference(typed)?.kind !== 'key-result') return showObjective(ctx, await objectiveByReference(ctx, typed))
  const keyResult = await keyResultByReference(ctx, typed)
  return showObjective(ctx, keyResult.objective, {
    reference: writeKeyResult(keyResult.number),
    name: keyResultName(keyResult),
  })
}

/** What was asked for is the objective, or one of its key results. */
export async function showObjective(
  ctx: Asking,
  objective: Objective,
  asked?: Omit<Subject, 'subject'>,
): Promise<Reply> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const [standing] = await standingsOf(ctx.db, [objective], { now: ctx.now, settings })
  if (!standing) throw new Error('An objective stands nowhere')
  const history = await historyOf(
    ctx.db,
    objective.keyResults.filter(isLive).map(({ id }) => id),
  )
  const relatives = await visibleRelatives(ctx, objective)
  const names = await namesOf(ctx, [objective, ...relatives], history)
  const links = await linkedTo(ctx, subjectOf(objective))
  const card = showCard(ctx.locale, {
    standing,
    owner: names.get(objective.ownerId) ?? lookWords[ctx.locale].somebody,
    owners: names,
    parent: relatives.find(({ id }) => id === objective.parentId) ?? null,
    carriedFrom: relatives.find(({ id }) => id === objective.carriedFromId) ?? null,
    children: relatives.filter(({ parentId }) => parentId === objective.id),
    trend: trendWords(standing, history),
    notes: notesIn(ctx, { objective, history, names }),
    links,
  })
  const subject = { reference: writeObjective(objective.number), name: objectiveName(objective), ...asked }
  return show(withOffers(ctx, card, { ...subject, subject: subjectOf(objective) }, links))
}

/** Parent, children and predecessor, as far as the asker may know of them. */
async function visibleRelatives(ctx: Asking, { id, parentId, carriedFromId }: Objective): Promise<Objective[]> {
  const ids = [parentId, carriedFromId].filter((one) => one !== null)
  const where = { workspaceId: ctx.workspace.id, OR: [{ id: { in: ids } }, { parentId: id, archivedAt: null }] }
  return onlyVisible(ctx.db, ctx.actor, await objectivesBy(ctx.db, where))
}

async function namesOf(ctx: Asking, objectives: readonly Objective[], history: readonly CheckIn[]) {
  const ids = [
    ...objectives.flatMap(({ ownerId, keyResults }) => [ownerId, ...keyResults.map((one) => one.ownerId)]),
    ...history.flatMap(({ byId }) => byId ?? []),
  ]
  const members = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(ids)])
  return new Map(members.map(({ id, name }) => [id, name]))
}

/** `0.10 → 0.25 → 0.40`, the latest. */
function trendWords({ objective }: ObjectiveStanding, history: readonly CheckIn[]): string | null {
  const points = trendOf(objective.keyResults.filter(isLive), history).slice(-MOST_POINTS)
  return points.length > 1 ? points.map(({ score }) => sayScore(roundScore(score))).join(' → ') : null
}

type Noted = { objective: Objective; history: readonly CheckIn[]; names: ReadonlyMap<string, string> }

function notesIn(ctx: Asking, { objective, history, names }: Noted): string[] {
  const words = lookWords[ctx.locale]
  const numbers = new Map(objective.keyResults.map(({ id, number }) => [id, number]))
  const noted = history.filter(({ note }) => note !== null).toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return noted.slice(0, MOST_NOTES).map(({ byId, forDate, keyResultId, note }) => {
    const who = byId ? (names.get(byId) ?? words.somebody) : words.program
    const date = sayDay(Temporal.PlainDate.from(forDate), ctx.locale)
    return words.noteLine(who, date, writeKeyResult(numbers.get(keyResultId) ?? 0), note ?? '')
  })
}
