import { randomUUID } from 'node:crypto'
import { recordAll } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { changeMany } from '../../../database/change-many.ts'
import { AT_ONCE, insertMany } from '../../../database/insert-many.ts'
import type { Importing } from '../../../files/importer.ts'
import { namesChanged } from '../../../links/links.ts'
import { piecesOf } from '../../../lists/pieces.ts'
import { afterCheckIns } from '../rhythm/after-check-in.ts'
import { settleAllOverdue } from '../rhythm/overdue.ts'
import { planRounds } from '../rhythm/plan-round.ts'
import { seqsOfMany } from '../store/check-ins.ts'
import type { Cycle } from '../store/cycles.ts'
import { takeNumbers } from '../store/settings.ts'
import { subjectOf } from '../views/subjects.ts'
import type { KeyResultPlan, ObjectivePlan } from './checked.ts'

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
  await changeKnown(ctx, 'OkrObjective', plans)

  const keyResults = objectives.flatMap(({ plan, id: objectiveId }) =>
    plan.keyResults.map((one) => ({ plan: one, id: one.known?.id ?? randomUUID(), objectiveId })),
  )
  await createKeyResults(
    ctx,
    keyResults.filter(({ plan }) => !plan.known),
  )
  await changeKnown(
    ctx,
    'OkrKeyResult',
    keyResults.map(({ plan }) => plan),
  )
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
  await insertMany(ctx.db, 'OkrObjective', {
    of: made,
    row: ({ plan, id }, at) => ({ ...beginningOf(ctx, plan), id, number: first + at, cycleId: cycle.id }),
  })
}

async function createKeyResults(ctx: Importing, made: readonly PlacedKeyResult[]): Promise<void> {
  if (made.length === 0) return
  const first = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'key-result', count: made.length })
  await insertMany(ctx.db, 'OkrKeyResult', {
    of: made,
    row: ({ plan, id, objectiveId }, at) => ({ ...beginningOf(ctx, plan), id, number: first + at, objectiveId }),
  })
}

const beginningOf = ({ workspace, actor, now }: Importing, { terms, isArchived }: ObjectivePlan | KeyResultPlan) => ({
  ...{ workspaceId: workspace.id, createdAt: toDate(now), createdById: actor.id },
  ...{ ...terms, archivedAt: isArchived ? toDate(now) : null },
})

/** Of what is here already, that which differs. */
async function changeKnown(
  { db, now }: Importing,
  table: 'OkrObjective' | 'OkrKeyResult',
  plans: readonly (ObjectivePlan | KeyResultPlan)[],
): Promise<void> {
  const changed = plans.flatMap(({ known, isChanged, ...said }) => (known && isChanged ? [{ known, ...said }] : []))
  await changeMany(db, table, {
    of: changed,
    row: ({ known, terms, isArchived }) => {
      const archivedAt = isArchived ? (known.archivedAt ?? toDate(now)) : null
      return { id: known.id, version: known.version + 1, ...terms, archivedAt }
    },
  })
}

async function addCheckIns(ctx: Importing, keyResults: readonly PlacedKeyResult[]): Promise<void> {
  const said = keyResults.flatMap(({ plan, id }) =>
    plan.checkIn ? [{ id, known: plan.known, said: plan.checkIn }] : [],
  )
  const again = said.flatMap(({ id, known }) => (known ? [id] : []))
  const common = { byId: ctx.actor.id, source: 'import', at: toDate(ctx.now) }
  for (const some of piecesOf(said, AT_ONCE)) {
    const seqs = await seqsOfMany(
      ctx.db,
      some.map(({ id }) => id),
    )
    await insertMany(ctx.db, 'OkrCheckIn', {
      of: some,
      row: ({ id: keyResultId, said: one }) => ({
        keyResultId,
        seq: (seqs.get(keyResultId) ?? 0) + 1,
        ...one,
        ...common,
      }),
    })
  }
  await afterCheckIns(ctx, again)
}

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
