import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { mustOwnObjective } from '../authority.ts'
import { keyResultName, objectiveName } from '../cards/lines.ts'
import { refusals } from '../messages/refusals.ts'
import { planRounds } from '../rhythm/plan-round.ts'
import type { Standing } from '../standing.ts'
import { type Cycle, cyclesOf, holdCycle } from '../store/cycles.ts'
import { lockObjective, type Objective, objectivesBy } from '../store/objectives.ts'
import { takeNumbers } from '../store/settings.ts'
import { mustBeOpen, objectiveOf } from '../which.ts'
import { standingNow } from './held.ts'
import { reviewWords } from './messages/review.ts'

/** What was not reached goes on in the next cycle, from where it is, with a link back; pressed again it is there already. */
export async function carryOver(ctx: Asking, value: string): Promise<Reply> {
  const words = reviewWords[ctx.locale]
  const known = await objectiveOf(ctx, value)
  await mustOwnObjective(ctx, known)
  const objective = await lockObjective(ctx.db, ctx.workspace.id, known.id)
  if (!objective) throw new UserError(refusals[ctx.locale].gone)
  const [, which = 'all'] = value.split(' ')
  const { keyResults } = await standingNow(ctx, objective)
  const wanted = keyResults.filter(({ keyResult, score }) => score < 1 && (which === 'all' || keyResult.id === which))
  if (wanted.length === 0) throw new UserError(words.nothingToCarry)
  const next = await nextCycle(ctx, objective.cycle)
  if (!next) throw new UserError(words.noNextCycle(objective.cycle.name))
  await mustBeOpen(ctx, await holdCycle(ctx.db, ctx.workspace.id, next.id))

  const target = await successorIn(ctx, objective, next)
  const carried: string[] = []
  for (const standing of wanted) carried.push(await carryKeyResult(ctx, standing, { target, next }))
  await planRounds(ctx, [target.ownerId, ...wanted.map(({ keyResult }) => keyResult.ownerId)])
  const buttons = [{ label: words.show, action: 'okr.show', value: target.id }]
  return show(
    noteCard(ctx.locale, words.carried(objectiveName(objective), next.name), {
      tone: 'good',
      blocks: [{ kind: 'list', items: carried }],
      buttons,
    }),
  )
}

/** The first open one that begins after this one has ended. */
async function nextCycle(ctx: Asking, { endsOn }: Cycle): Promise<Cycle | null> {
  const later = (await cyclesOf(ctx.db, ctx.workspace.id)).filter((one) => !one.closedAt && one.startsOn > endsOn)
  return later.toSorted((a, b) => a.startsOn.getTime() - b.startsOn.getTime())[0] ?? null
}

/** The objective that goes on with this one there; made where there is none. Whoever asks holds this one. */
async function successorIn(ctx: Asking, objective: Objective, next: Cycle): Promise<Objective> {
  const where = { workspaceId: ctx.workspace.id, carriedFromId: objective.id, cycleId: next.id }
  const [known] = await objectivesBy(ctx.db, where)
  if (known) return known
  const number = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'objective' })
  const { title, why, ownerId, team, isPrivate, every, day } = objective
  const { id } = await ctx.db.okrObjective.create({
    data: {
      ...where,
      ...{ number, title, why, ownerId, team, isPrivate, every, day },
      ...{ createdAt: toDate(ctx.now), createdById: ctx.actor.id },
    },
  })
  const detail = { from: objective.id, number, cycle: next.id }
  await record(ctx, { action: 'okr.carried-over', subject: `okr-objective:${id}`, detail })
  const [made] = await objectivesBy(ctx.db, { workspaceId: ctx.workspace.id, id })
  if (!made) throw new Error('An objective that was made is not there')
  return made
}

/** From the value that was reached to the same target. Says what it is called there. */
async function carryKeyResult(
  ctx: Asking,
  { keyResult, value }: Standing,
  { target, next }: { target: Objective; next: Cycle },
): Promise<string> {
  const words = reviewWords[ctx.locale]
  const there = target.keyResults.find(({ carriedFromId }) => carriedFromId === keyResult.id)
  if (there) return words.carriedAlready(keyResultName(there), next.name)
  const number = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'key-result' })
  const { title, kind, unit, direction, steps, weight, ownerId, kpi, target: goal } = keyResult
  const isMilestone = kind === 'milestone'
  const made = await ctx.db.okrKeyResult.create({
    data: {
      ...{ workspaceId: ctx.workspace.id, objectiveId: target.id, number, carriedFromId: keyResult.id },
      ...{ title, kind, unit, direction, steps, weight, ownerId, kpi, target: goal, start: isMilestone ? 0 : value },
      ...{ createdAt: toDate(ctx.now), createdById: ctx.actor.id },
    },
  })
  const detail = { from: keyResult.id, number }
  await record(ctx, { action: 'okr.carried-over', subject: `okr-key-result:${made.id}`, detail })
  return keyResultName(made as typeof keyResult)
}
