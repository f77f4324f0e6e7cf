import { randomUUID } from 'node:crypto'
import { recordAll } from '../../../audit/record.ts'
import { toDate, toDateColumn } from '../../../calendar/instant.ts'
import { changeMany } from '../../../database/change-many.ts'
import { insertMany } from '../../../database/insert-many.ts'
import { namesChanged } from '../../../links/links.ts'
import { afterCheckIns } from '../rhythm/after-check-in.ts'
import { settleAllOverdue } from '../rhythm/overdue.ts'
import { planRounds } from '../rhythm/plan-round.ts'
import { seqsOfMany } from '../store/check-ins.ts'
import type { Cycle } from '../store/cycles.ts'
import { takeNumbers } from '../store/settings.ts'
import { subjectOf } from '../views/subjects.ts'
import type { KeyResultPlan, NewCheckIn, ObjectivePlan } from './checked.ts'
import type { Importing } from './importing.ts'

type Placed<Plan> = { plan: Plan; id: string }
type PlacedKeyResult = Placed<KeyResultPlan> & { objectiveId: string }

/**
 * Writes what was checked and found good. The caller holds the settings, so no two imports run at once, and what is
 * changed here (`holdAsChecked`).
 */
export async function writePlans(ctx: Importing, cycle: Cycle, plans: readonly ObjectivePlan[]): Promise<void> {
  const objectives = plans.map((plan) => ({ plan, id: plan.known?.id ?? randomUUID() }))
  await createObjectives(
    ctx,
    cycle,
    objectives.filter(({ plan }) => !plan.known),
  )
  await changeMany(ctx.db, 'OkrObjective', changesIn(ctx, plans))

  const keyResults = objectives.flatMap(({ plan, id: objectiveId }) =>
    plan.keyResults.map((one) => ({ plan: one, id: one.known?.id ?? randomUUID(), objectiveId })),
  )
  await createKeyResults(
    ctx,
    keyResults.filter(({ plan }) => !plan.known),
  )
  const keyResultPlans = keyResults.map(({ plan }) => plan)
  await changeMany(ctx.db, 'OkrKeyResult', changesIn(ctx, keyResultPlans))
  await addCheckIns(ctx, keyResults)
  await note(ctx, cycle, { objectives, keyResults })
  const owners = [...objectives, ...keyResults].map(({ plan }) => plan.terms.ownerId)
  await planRounds(ctx, owners)
  await settleAllOverdue(ctx)
  await namesChanged(
    ctx,
    objectives.flatMap(({ plan, id }) => (plan.known && plan.isChanged ? [subjectOf({ id })] : [])),
  )
}

async function createObjectives(ctx: Importing, cycle: Cycle, made: readonly Placed<ObjectivePlan>[]): Promise<void> {
  if (made.length === 0) return
  const first = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'objective', count: made.length })
  const data = made.map(({ plan, id }, at) => ({
    ...{ id, workspaceId: ctx.workspace.id, number: first + at, cycleId: cycle.id, ...plan.terms },
    ...{ archivedAt: plan.isArchived ? toDate(ctx.now) : null, createdAt: toDate(ctx.now), createdById: ctx.actor.id },
  }))
  await insertMany(ctx.db, 'OkrObjective', data)
}

async function createKeyResults(ctx: Importing, made: readonly PlacedKeyResult[]): Promise<void> {
  if (made.length === 0) return
  const first = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'key-result', count: made.length })
  const data = made.map(({ plan, id, objectiveId }, at) => ({
    ...{ id, objectiveId, workspaceId: ctx.workspace.id, number: first + at, ...plan.terms },
    ...{ archivedAt: plan.isArchived ? toDate(ctx.now) : null, createdAt: toDate(ctx.now), createdById: ctx.actor.id },
  }))
  await insertMany(ctx.db, 'OkrKeyResult', data)
}

/** The rows of what is here already and differs. */
const changesIn = ({ now }: Importing, plans: readonly (ObjectivePlan | KeyResultPlan)[]) =>
  plans.flatMap(({ known, terms, isArchived, isChanged }) => {
    if (!known || !isChanged) return []
    const archivedAt = isArchived ? (known.archivedAt ?? toDate(now)) : null
    return [{ id: known.id, version: known.version + 1, ...terms, archivedAt }]
  })

async function addCheckIns(ctx: Importing, keyResults: readonly PlacedKeyResult[]): Promise<void> {
  const said = keyResults.flatMap(({ plan, id }) =>
    plan.checkIn ? [{ id, known: plan.known, said: plan.checkIn }] : [],
  )
  const again = said.flatMap(({ id, known }) => (known ? [id] : []))
  const seqs = await seqsOfMany(ctx.db, again)
  const rows = said.map(({ id, said: one }) => rowOf(ctx, { id, seq: (seqs.get(id) ?? 0) + 1, said: one }))
  await insertMany(ctx.db, 'OkrCheckIn', rows)
  await afterCheckIns(ctx, again)
}

const rowOf = (ctx: Importing, { id, seq, said }: { id: string; seq: number; said: NewCheckIn }) => ({
  ...{ keyResultId: id, seq, ...said, forDate: toDateColumn(said.forDate) },
  ...{ byId: ctx.actor.id, source: 'import', at: toDate(ctx.now) },
})

type Written = { objectives: readonly Placed<ObjectivePlan>[]; keyResults: readonly PlacedKeyResult[] }

/** What was made or changed, one entry each, and the import as a whole. */
async function note(ctx: Importing, cycle: Cycle, { objectives, keyResults }: Written): Promise<void> {
  const entry = (kind: 'objective' | 'key-result', { plan, id }: Placed<ObjectivePlan | KeyResultPlan>) => ({
    action: `okr.${kind}-${plan.known ? 'changed' : 'created'}`,
    subject: `okr-${kind}:${id}`,
    detail: { by: 'import', ownerId: plan.terms.ownerId },
  })
  const entries = [
    ...objectives.filter(({ plan }) => plan.isChanged).map((one) => entry('objective', one)),
    ...keyResults.filter(({ plan }) => plan.isChanged).map((one) => entry('key-result', one)),
  ]
  const detail = { cycle: cycle.id, changes: entries.length }
  const whole = { action: 'okr.imported', subject: `okr-cycle:${cycle.id}`, detail }
  await recordAll(ctx, [whole, ...entries])
}
