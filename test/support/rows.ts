import type { Database } from '../../src/database/types.ts'

const BY_STANDUP = ['StandupQuestion', 'StandupParticipant', 'StandupRun', 'StandupBlocker', 'StandupSkip']
const STANDUPS = `SELECT "id" FROM "Standup" WHERE "workspaceId" = $1`
const RUNS = `SELECT "id" FROM "StandupRun" WHERE "standupId" IN (${STANDUPS})`
const ENTRIES = `SELECT "id" FROM "StandupEntry" WHERE "runId" IN (${RUNS})`
const COMPLAINTS = `SELECT "id" FROM "Complaint" WHERE "workspaceId" = $1`

/** Which rows of the tables that don't name the workspace are its own. */
const OWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(BY_STANDUP.map((table) => [table, `"standupId" IN (${STANDUPS})`])),
  Workspace: '"id" = $1',
  Absence: '"memberId" IN (SELECT "id" FROM "Member" WHERE "workspaceId" = $1)',
  StandupEntry: `"runId" IN (${RUNS})`,
  StandupAnswer: `"entryId" IN (${ENTRIES})`,
  EscalationPolicyVersion: '"policyId" IN (SELECT "id" FROM "EscalationPolicy" WHERE "workspaceId" = $1)',
  EscalationBeat: '"escalationId" IN (SELECT "id" FROM "Escalation" WHERE "workspaceId" = $1)',
  ...Object.fromEntries(
    ['ComplaintEntry', 'ComplaintProposal', 'ComplaintSurvey'].map((table) => [
      table,
      `"complaintId" IN (${COMPLAINTS})`,
    ]),
  ),
  OkrCheckIn: '"keyResultId" IN (SELECT "id" FROM "OkrKeyResult" WHERE "workspaceId" = $1)',
  AlertNote: '"alertId" IN (SELECT "id" FROM "Alert" WHERE "workspaceId" = $1)',
  RiskStep: '"riskId" IN (SELECT "id" FROM "Risk" WHERE "workspaceId" = $1)',
  RiskAssessment: '"riskId" IN (SELECT "id" FROM "Risk" WHERE "workspaceId" = $1)',
  KpiSample: '"kpiId" IN (SELECT "id" FROM "Kpi" WHERE "workspaceId" = $1)',
  KpiCorrection: '"kpiId" IN (SELECT "id" FROM "Kpi" WHERE "workspaceId" = $1)',
  ComplaintLink: `"oneId" IN (${COMPLAINTS})`,
  ComplaintClockEntry: '"clockId" IN (SELECT "id" FROM "ComplaintClock" WHERE "workspaceId" = $1)',
  EscalationNotice: '"escalationId" IN (SELECT "id" FROM "Escalation" WHERE "workspaceId" = $1)',
}
/** What is refused leaves a receipt all the same. */
const NOBODYS = [
  ...['Receipt', 'Pulse', 'ClockOffset', 'PlaygroundMessage', 'PlaygroundRead', '_prisma_migrations'],
  // What the adapter of Teams remembers of the one company that it serves.
  ...['TeamsPlace', 'TeamsPress', 'TeamsFile', 'TeamsForm'],
]

/** Every row of a workspace, by table, to see whether anything has changed. */
export async function rowsOf(db: Database, workspaceId: string): Promise<Record<string, unknown[]>> {
  known ??= await ownTables(db)
  const [{ ready } = { ready: false }] = await db.$queryRaw<{ ready: boolean }[]>`
    SELECT to_regprocedure('test_rows_of(text)') IS NOT NULL AS "ready"`
  if (!ready) await db.$executeRawUnsafe(functionOver(known))
  const rows: Record<string, unknown[]> = Object.fromEntries(known.map(([table]) => [table, []]))
  const found = await db.$queryRaw<{ table: string; row: unknown }[]>`SELECT * FROM test_rows_of(${workspaceId})`
  for (const { table, row } of found) rows[table]?.push(row)
  return rows
}

/** The same in every database of a run. */
let known: [string, string][] | null = null

/** A function, since PostgreSQL would plan a question about a hundred tables each time that it is asked. */
function functionOver(tables: readonly [string, string][]): string {
  const each = tables.map(([table, own]) => `SELECT '${table}', to_jsonb(t) FROM "${table}" t WHERE ${own}`)
  return `CREATE OR REPLACE FUNCTION test_rows_of(text) RETURNS TABLE ("table" text, "row" jsonb) AS $$
    BEGIN
      RETURN QUERY SELECT * FROM (${each.join(' UNION ALL ')}) AS own("table", "row") ORDER BY own."table", own."row"::text;
    END $$ LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan`
}

/** The tables of which nobody has said yet whose their rows are. */
export async function unknownTables(db: Database): Promise<string[]> {
  const known = new Map(await ownTables(db))
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  return tables.map(({ name }) => name).filter((name) => !known.has(name) && !NOBODYS.includes(name))
}

async function ownTables(db: Database): Promise<[string, string][]> {
  const naming = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'workspaceId'`
  const byWorkspace = naming.filter(({ name }) => !NOBODYS.includes(name))
  return [...byWorkspace.map(({ name }): [string, string] => [name, '"workspaceId" = $1']), ...Object.entries(OWN)]
}
