import { toInstant } from '../../../calendar/instant.ts'
import type { Context } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { unitOf } from '../cards/lines.ts'
import { writeKeyResult, writeObjective } from '../rules/reference.ts'
import { roundScore } from '../rules/score.ts'
import { type Standing, standingsOf } from '../standing.ts'
import { type CheckIn, seqsOfMany } from '../store/check-ins.ts'
import { type KeyResult, type Objective, objectivesBy } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import type { CheckInShape, KeyResultShape } from './shapes.ts'

/** These live key results as they stand now, in the order of the ids. */
export async function describeKeyResults(ctx: Context, ids: readonly string[]): Promise<KeyResultShape[]> {
  const where = { workspaceId: ctx.workspace.id, keyResults: { some: { id: { in: [...ids] } } } }
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const standings = await standingsOf(ctx.db, await objectivesBy(ctx.db, where), { now: ctx.now, settings })
  const all = standings.flatMap(({ objective, keyResults }) => keyResults.map((one) => ({ ...one, objective })))
  const wanted = new Map(all.map((one) => [one.keyResult.id, one]))
  const names = await namesOf(
    ctx,
    all.map(({ keyResult }) => keyResult.ownerId),
  )
  const seqs = await seqsOfMany(ctx.db, ids)
  return ids.flatMap((id) => {
    const standing = wanted.get(id)
    return standing
      ? shapeOf(standing, { owner: names.get(standing.keyResult.ownerId), version: seqs.get(id) ?? 0 })
      : []
  })
}

export async function describeKeyResult(ctx: Context, id: string): Promise<KeyResultShape> {
  const [described] = await describeKeyResults(ctx, [id])
  if (!described) throw new Error('A key result that was there is gone')
  return described
}

/** Of one key result; `counts` is the seq of the one that counts now. */
export async function describeCheckIns(
  ctx: Context,
  { kind, steps }: KeyResult,
  { checkIns, counts }: { checkIns: readonly CheckIn[]; counts: number },
): Promise<CheckInShape[]> {
  const names = await namesOf(
    ctx,
    checkIns.flatMap(({ byId }) => byId ?? []),
  )
  return checkIns.map((one) => {
    const by = names.get(one.byId ?? '')
    return {
      ...{ version: one.seq, forDate: one.forDate, value: one.value },
      ...(kind === 'milestone' && { steps: one.steps.flatMap((at) => steps[at] ?? []) }),
      ...(one.confidence !== null && { confidence: one.confidence }),
      ...(one.note && { note: one.note }),
      ...(by && { by }),
      ...{ source: one.source as CheckInShape['source'], at: toInstant(one.at).toString(), counts: one.seq === counts },
    }
  })
}

type Placed = Standing & { objective: Objective }

function shapeOf(
  { keyResult, objective, current, value, score, health }: Placed,
  { owner, version }: { owner: string | undefined; version: number },
): KeyResultShape {
  const { number, title, kind, start, target, direction, weight, kpi } = keyResult
  const unit = unitOf(keyResult)
  return {
    ...{ reference: writeKeyResult(number), title, ...(owner && { owner }) },
    ...{ objective: writeObjective(objective.number), cycle: objective.cycle.name },
    ...{ kind, start, target, ...(unit && { unit }), direction, weight, ...(kpi && { kpi }), value },
    ...(kind === 'milestone' && { steps: stepsOf(keyResult, current) }),
    ...{ score: roundScore(score), health: health ?? 'early' },
    ...(current && current.confidence !== null && { confidence: current.confidence }),
    ...(current && { checkedInFor: current.forDate }),
    version,
  }
}

const stepsOf = ({ steps }: KeyResult, current: CheckIn | null) =>
  steps.map((name, at) => ({ name, done: current?.steps.includes(at) ?? false }))

async function namesOf({ db, workspace }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const members = await membersByIds(db, workspace.id, [...new Set(ids)])
  return new Map(members.map(({ id, name }) => [id, name]))
}
