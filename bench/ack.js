import { startNode } from './child.js'
import { ASKERS, typeStatus } from './commands.js'
import { seedCompany, untilDelivered } from './company.js'
import { startFakeSlack } from './fake-slack.js'
import { atMost, median, milliseconds, percentile } from './figures.js'
import { statement } from './ground.js'
import { SIGNING_SECRET, startProduct } from './product.js'

const ROUNDS = 7
const ROUND = 500
const WARM_UP = 1_000

/** `/standup status` with its commit, as Slack would wait for it, beside a bare Bolt command that answers at once. */
export async function measure(ground) {
  const slack = await startFakeSlack()
  const database = await ground.database('ack')
  await seedCompany(database.url, { standups: 1, membersEach: ASKERS })
  const bolt = await startBolt(slack.url)
  const product = await startProduct({ databaseUrl: database.url, slackApiUrl: slack.url })
  await untilDelivered(database.url, ASKERS + 1, 20_000)
  for (const sql of SOME_ANSWERED) await statement(database.url, sql)
  const sides = [
    { port: product.port, expected: /Bench 0/, took: [] },
    { port: bolt.port, expected: /^echo$/, took: [] },
  ]
  // Twenty cold ones at once may be acknowledged before they are answered where the machine is busy.
  for (const { port, expected } of sides)
    await typeStatus({ port, expected: new RegExp(`^$|${expected.source}`), amount: WARM_UP })
  for (let round = 0; round < ROUNDS; round++)
    for (const side of sides) side.took.push(await typeStatus({ ...side, amount: ROUND }))

  await mustBeCommitted(database.url, WARM_UP + ROUNDS * ROUND)
  await product.stop()
  await bolt.stop()
  await slack.close()
  await database.drop()
  return [50, 95, 99].map((share) => besideEachOther(share, sides))
}

function besideEachOther(share, sides) {
  const [drumbeat, echo] = sides.map(({ took }) => median(took.map((round) => percentile(round, share / 100))))
  return {
    what: `ack of /standup status, p${share}`,
    drumbeat: milliseconds(drumbeat),
    beside: `${milliseconds(echo)} bare Bolt echo`,
    ratio: drumbeat / echo,
    aim: share === 95 ? atMost(3) : undefined,
  }
}

async function startBolt(slackApiUrl) {
  const file = new URL('bare-bolt.js', import.meta.url)
  const env = { NODE_ENV: 'production' }
  const child = await startNode(file, [SIGNING_SECRET, slackApiUrl], { ready: /ready on (\d+)/, env })
  return { port: Number(child.found[1]), stop: () => child.stop() }
}

/** An acknowledgement counts only when its receipt is in the database. */
async function mustBeCommitted(databaseUrl, amount) {
  const [{ receipts }] = await statement(databaseUrl, 'SELECT count(*)::int AS receipts FROM "Receipt"')
  if (receipts !== amount) throw new Error(`${amount} commands were acknowledged, but ${receipts} committed`)
}

const SOME_ANSWERED = [
  `UPDATE "StandupEntry" SET "state" = 'answered', "answeredAt" = now() WHERE "memberId" < 'member-4'`,
  `INSERT INTO "StandupAnswer" ("entryId", "questionId", "text")
   SELECT e."id", q."id", 'Wrote the report' FROM "StandupEntry" e, "StandupQuestion" q WHERE e."state" = 'answered'`,
]
