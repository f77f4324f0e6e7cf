import { INSTALLATION } from './fake-slack.js'
import { statement } from './ground.js'

export const MEMBERS = 200
// Links are signed for a workspace whose id is a UUID.
const WORKSPACE = '00000000-0000-4000-8000-000000000001'
export const ADMINISTRATOR = 'U1'
export const MEMBER = 'U7'
export const LINE_MANAGER = 'U2'
/** The cycle that is empty, for a file to be brought into. */
export const NEXT_CYCLE = 'Next one'

/** A company that is half a quarter into its cycle: objectives in three levels and ten teams, one in twenty private. */
export async function seedObjectives(url, { keyResults }) {
  await statement(url, `INSERT INTO "Workspace" ("id", "name") VALUES ('${WORKSPACE}', 'bench')`)
  await statement(
    url,
    `INSERT INTO "Installation" ("id", "workspaceId", "platform", "externalId") VALUES ('bench', '${WORKSPACE}', 'slack', $1)`,
    [INSTALLATION],
  )
  await statement(url, COLLEAGUES, [MEMBERS])
  await statement(url, IDENTITIES)
  await statement(url, CYCLES)
  await statement(url, OBJECTIVES, [keyResults / KEY_RESULTS_EACH, MEMBERS])
  await statement(url, PARENTS)
  await statement(url, KEY_RESULTS, [keyResults, MEMBERS, KEY_RESULTS_EACH])
  await statement(url, CHECK_INS)
  await statement(
    url,
    `INSERT INTO "OkrSettings" ("workspaceId", "lastObjective", "lastKeyResult") VALUES ('${WORKSPACE}', $1::int, $2::int)`,
    [keyResults / KEY_RESULTS_EACH, keyResults],
  )
  await statement(url, 'VACUUM (ANALYZE)')
}

const KEY_RESULTS_EACH = 4

const COLLEAGUES = `
  INSERT INTO "Member" ("id", "workspaceId", "name", "email", "timeZone", "locale", "managerId", "roles")
  SELECT 'member-' || n, '${WORKSPACE}', 'Member ' || n, 'm' || n || '@bench.example', 'UTC', 'en',
    CASE WHEN n > 1 THEN 'member-' || greatest(1, n / 6) END, CASE WHEN n = 1 THEN '{admin}'::text[] ELSE '{}' END
  FROM generate_series(1, $1::int) n`
const IDENTITIES = `
  INSERT INTO "Identity" ("id", "workspaceId", "memberId", "platform", "externalId")
  SELECT "id", '${WORKSPACE}', "id", 'slack', 'U' || substr("id", 8) FROM "Member"`
const CYCLES = `
  INSERT INTO "OkrCycle" ("id", "workspaceId", "name", "key", "startsOn", "endsOn", "timeZone", "createdAt")
  VALUES ('now', '${WORKSPACE}', 'This one', 'this one', current_date - 45, current_date + 45, 'UTC', now()),
    ('next', '${WORKSPACE}', '${NEXT_CYCLE}', lower('${NEXT_CYCLE}'), current_date + 46, current_date + 136, 'UTC', now())`
const OBJECTIVES = `
  INSERT INTO "OkrObjective" ("id", "workspaceId", "number", "cycleId", "title", "why", "ownerId", "team", "isPrivate", "createdAt")
  SELECT 'o-' || n, '${WORKSPACE}', n, 'now', 'Delight the customers of region ' || n, 'They stay with us for longer',
    'member-' || 1 + n % $2, CASE WHEN n > 10 THEN 'Team ' || n % 10 END, n % 20 = 0, now() - interval '50 days'
  FROM generate_series(1, $1::int) n`
const PARENTS = `
  UPDATE "OkrObjective" SET "parentId" = 'o-' || CASE WHEN "number" <= 110 THEN 1 + "number" % 10 ELSE 11 + "number" % 100 END
  WHERE "number" > 10`
const KEY_RESULTS = `
  INSERT INTO "OkrKeyResult" ("id", "workspaceId", "number", "objectiveId", "title", "kind", "start", "target", "unit",
    "direction", "steps", "weight", "ownerId", "createdAt")
  SELECT 'k-' || n, '${WORKSPACE}', n, 'o-' || 1 + (n - 1) / $3, 'Activation rate of step ' || n,
    CASE n % 3 WHEN 0 THEN 'milestone' WHEN 1 THEN 'numeric' ELSE 'percent' END, 0, CASE n % 3 WHEN 0 THEN 4 ELSE 100 END,
    CASE n % 3 WHEN 1 THEN 'customers' END, 'up',
    CASE n % 3 WHEN 0 THEN ARRAY['Plan', 'Do', 'Check', 'Act'] ELSE ARRAY[]::text[] END, 1 + n % 2,
    'member-' || 1 + n % $2, now() - interval '50 days'
  FROM generate_series(1, $1::int) n`
/** Up to six of each, the newest within the last week for most. */
const CHECK_INS = `
  INSERT INTO "OkrCheckIn" ("keyResultId", "seq", "forDate", "value", "steps", "confidence", "note", "at")
  SELECT 'k-' || k."number", w, current_date - 7 * (6 - w) - 1,
    CASE "kind" WHEN 'milestone' THEN k."number" % 5 ELSE (k."number" * 7 + w * 5) % 101 END,
    CASE "kind" WHEN 'milestone' THEN ARRAY(SELECT generate_series(0, k."number" % 5 - 1)) ELSE ARRAY[]::int[] END, k."number" % 11,
    'The trial mail helped', now() - (7 * (6 - w) + 1) * interval '1 day'
  FROM "OkrKeyResult" k CROSS JOIN generate_series(1, 6) w WHERE k."number" % 10 <> 0 AND w <= 3 + k."number" % 4`
