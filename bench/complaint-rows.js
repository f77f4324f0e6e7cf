import { Temporal } from 'temporal-polyfill'
import { fileComplaint } from '../dist/flows/complaint/intake/file.js'
import { waitingPlaces } from '../dist/outbox/claim.js'
import { deliverTo } from '../dist/outbox/deliver.js'
import { claimDue } from '../dist/timers/claim.js'
import { fire } from '../dist/timers/fire.js'
import { actAt } from '../dist/world.js'
import { CHANNEL, INSTALLATION } from './fake-slack.js'
import { statement } from './ground.js'

const OWNERS = 100
const SEVERITIES = [1, 2, 3, 4]
const TYPES = ['product', 'service', 'process', 'delivery', 'billing', 'other']
const HOURS_TO_ACKNOWLEDGE = 24
const HOURS_TO_THE_WARNING = 18
export const ASKER = 'U1'

/**
 * Open complaints of all types and severities and of a hundred owners, some of which are to be acknowledged right now.
 * Two of each owner's are filed by the product itself, warned of and told; the others are copies of them.
 */
export async function seedComplaints(world, url, { open, due }) {
  for (const sql of COMPANY) await statement(url, sql)
  await statement(url, MEMBERS, [OWNERS])
  await statement(url, IDENTITIES)
  await statement(url, TRIAGE, [INSTALLATION, CHANNEL])
  const now = Temporal.Now.instant()
  const received = now.subtract({ hours: HOURS_TO_ACKNOWLEDGE })
  for (let n = 1; n <= OWNERS; n++) await file(world, url, { n, at: received, severity: 3 + (n % 2) })
  await warnOwners(world, received.add({ hours: HOURS_TO_THE_WARNING, seconds: 1 }))
  for (let n = 1; n <= OWNERS; n++)
    await file(world, url, {
      n,
      at: now.subtract({ milliseconds: 10 * n }),
      severity: SEVERITIES[n % SEVERITIES.length],
    })
  await deliverAll(world)
  await copyAll(url, { due: due / OWNERS - 1, others: (open - due) / OWNERS - 1 })
  await statement(url, 'VACUUM (ANALYZE)')
  await statement(url, 'CHECKPOINT')
}

async function file(world, url, { n, at, severity }) {
  await statement(url, 'UPDATE "ComplaintSettings" SET "dutyOwnerId" = $1', [`member-${n}`])
  const workspace = await world.db.workspace.findFirstOrThrow()
  const filing = {
    customer: { name: `Customer ${n}/${severity}/${at}`, contact: `c${n}@customer.example` },
    what: `Order ${n} came late and the box was torn on one side`,
    ...{ product: `Router ${n % 7}`, via: 'email', source: 'api', severity, type: TYPES[n % TYPES.length] },
  }
  await actAt(world, { workspace, now: at }, (ctx) => fileComplaint(ctx, filing))
}

async function warnOwners(world, at) {
  const then = { ...world, clock: { now: () => at } }
  for (const claim of await claimDue(world.db, at, 1_000)) await fire(then, claim)
}

async function deliverAll(world) {
  const places = await waitingPlaces(world.db, 1_000)
  for (const { workspaceId, place } of places) await deliverTo(world, workspaceId, place)
  if (places.length > 0) await deliverAll(world)
}

/** Each row as it is, but for the ids, and for the number and the reference, which are those of the copy. */
async function copyAll(url, { due, others }) {
  await statement(url, ORIGINALS, [OWNERS, due, others])
  const count = `nextval(pg_get_serial_sequence('"%"', 'id'))`
  for (const [table, about, counted] of COPIED) {
    const own = [
      ...(counted ? [`'id', ${count.replace('%', table)}`] : []),
      ...(table === 'Complaint' ? ["'number', o.number + 1000 * nth"] : []),
    ]
    await statement(url, copyOf(table, about, own.join(', ')))
  }
  await statement(url, 'UPDATE "ComplaintSettings" SET "lastNumber" = (SELECT max("number") FROM "Complaint")')
  await statement(url, 'DROP TABLE originals')
}

const ORIGINALS = `
  CREATE TABLE originals AS
  SELECT c."id", c."number", c."customerId", a."id" AS acknowledge, r."id" AS reply,
    'C-' || lpad(c."number"::text, 6, '0') AS reference, CASE WHEN c."number" <= $1 THEN $2::int ELSE $3::int END AS copies
  FROM "Complaint" c JOIN "ComplaintClock" a ON a."complaintId" = c."id" AND a."kind" = 'acknowledge'
    JOIN "ComplaintClock" r ON r."complaintId" = c."id" AND r."kind" = 'reply'`

/** Each table with the rows that are an original's, and whether its rows are counted. */
const COPIED = [
  ['ComplaintCustomer', 'x."id" = o."customerId"', false],
  ['Complaint', 'x."id" = o."id"', false],
  ['ComplaintClock', 'x."complaintId" = o."id"', false],
  ['ComplaintClockEntry', 'x."clockId" IN (o.acknowledge, o.reply)', true],
  ['ComplaintEntry', 'x."complaintId" = o."id"', true],
  ['Timer', 'x."subject" IN (o.acknowledge, o.reply)', true],
  ['Post', `starts_with(x."key", 'complaint/' || o."id" || '/')`, true],
]

const another = (id) => `left(${id}, 24) || left(md5(${id} || nth), 12)`
const RENAMED = ['o."id"', 'o."customerId"', 'o.acknowledge', 'o.reply'].reduce(
  (text, id) => `replace(${text}, ${id}, ${another(id)})`,
  'to_jsonb(x)::text',
)

const copyOf = (table, about, own) => `
  INSERT INTO "${table}" SELECT copy.* FROM originals o JOIN "${table}" x ON ${about}
  CROSS JOIN LATERAL generate_series(1, o.copies) AS nth
  CROSS JOIN LATERAL jsonb_populate_record(NULL::"${table}",
    replace(${RENAMED}, o.reference, 'C-' || lpad((o.number + 1000 * nth)::text, 6, '0'))::jsonb || jsonb_build_object(${own})) AS copy`

const COMPANY = [
  `INSERT INTO "Workspace" ("id", "name") VALUES ('bench', 'bench')`,
  `INSERT INTO "ComplaintSettings" ("workspaceId", "triageChannelId", "calendar")
   VALUES ('bench', 'triage',
    '{"timeZone":"UTC","days":[1,2,3,4,5],"spans":[{"start":"09:00","end":"18:00"}],"holidays":null}')`,
]
const TRIAGE = `
  WITH installed AS (
    INSERT INTO "Installation" ("id", "workspaceId", "platform", "externalId") VALUES ('bench', 'bench', 'slack', $1))
  INSERT INTO "Channel" ("id", "workspaceId", "platform", "externalId", "name") VALUES ('triage', 'bench', 'slack', $2, 'triage')`
const MEMBERS = `
  INSERT INTO "Member" ("id", "workspaceId", "name", "timeZone", "locale", "managerId")
  SELECT 'member-' || n, 'bench', 'Member ' || n, 'UTC', 'en', CASE WHEN n > 1 THEN 'member-1' END FROM generate_series(1, $1::int) n`
const IDENTITIES = `
  INSERT INTO "Identity" ("id", "workspaceId", "memberId", "platform", "externalId")
  SELECT "id", 'bench', "id", 'slack', 'U' || substr("id", 8) FROM "Member"`
