import type { Importing } from '../../../files/importer.ts'
import type { KeyResult, Objective } from '../store/objectives.ts'
import type { ObjectivePlan } from './checked.ts'

type Known = Pick<Objective | KeyResult, 'id' | 'version'>

/**
 * Until this transaction ends nobody else changes what the plans change. False when somebody has done so since it was
 * looked up, and the plans would overwrite it.
 */
export async function holdAsChecked(ctx: Importing, plans: readonly ObjectivePlan[]): Promise<boolean> {
  const touched = plans.filter((plan) => plan.known && touches(plan))
  const objectives = touched.flatMap(({ known }) => known ?? [])
  await lockAll(ctx, objectives)
  const keyResults = touched.flatMap((plan) => plan.keyResults.flatMap(({ known }) => known ?? []))
  return (await areAsTheyWere(ctx, 'OkrObjective', objectives)) && areAsTheyWere(ctx, 'OkrKeyResult', keyResults)
}

const touches = ({ isChanged, keyResults }: ObjectivePlan): boolean =>
  isChanged || keyResults.some((one) => one.isChanged || one.checkIn !== null)

/** In the order of their ids, as everybody does who locks more than one. */
async function lockAll({ db, workspace }: Importing, objectives: readonly Known[]): Promise<void> {
  const ids = objectives.map(({ id }) => id)
  await db.$executeRaw`
    SELECT 1 FROM "OkrObjective" WHERE "id" = ANY(${ids}::text[]) AND "workspaceId" = ${workspace.id}
    ORDER BY "id" FOR NO KEY UPDATE`
}

async function areAsTheyWere(
  { db }: Importing,
  table: 'OkrObjective' | 'OkrKeyResult',
  known: readonly Known[],
): Promise<boolean> {
  const sql = `SELECT count(*)::int AS same FROM jsonb_to_recordset($1::jsonb) AS was("id" text, "version" int)
    JOIN "${table}" AS now ON now."id" = was."id" AND now."version" = was."version"`
  const versions = known.map(({ id, version }) => ({ id, version }))
  const [found] = await db.$queryRawUnsafe<{ same: number }[]>(sql, JSON.stringify(versions))
  return found?.same === known.length
}
