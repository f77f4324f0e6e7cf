import { setTimeout as sleep } from 'node:timers/promises'
import { flows } from '../dist/flows.js'
import { openLog } from '../dist/log.js'
import { openQueue } from '../dist/queue/open.js'
import { openDoor } from '../dist/router/door.js'
import { tick } from '../dist/tick.js'
import { startWorker } from '../dist/worker.js'
import { ASKER, seedComplaints } from './complaint-rows.js'
import { INSTALLATION } from './fake-slack.js'
import { atMost, milliseconds, percentile } from './figures.js'
import { statement } from './ground.js'
import { bareWorld, silentChat } from './world.js'

const OPEN = 10_000
const DUE = 1_000
const LISTS = 200
const WARM_UP = 20
const LONGEST_MS = 120_000

/** A workspace with ten thousand open complaints: its list, and a thousand of its clocks that run out at the same moment. */
export async function measure(ground) {
  const database = await ground.database('complaints')
  const queue = openQueue({ redis: ground.redisUrl ?? undefined, database: database.url }, openLog('error'))
  const world = { ...bareWorld(database.url, { queue, flows }), platforms: new Map([['slack', silentChat]]) }
  await seedComplaints(world, database.url, { open: OPEN, due: DUE })
  const lists = await listed(openDoor(world))
  const seconds = await breached(world, database.url)
  await queue.close()
  await world.db.$disconnect()
  await database.drop()
  return [
    ...[0.5, 0.95].map((share) => ({
      what: `/complaint list of ${OPEN.toLocaleString('en')}, p${share * 100}`,
      drumbeat: milliseconds(percentile(lists, share)),
      ...(share === 0.95 && { value: percentile(lists, share), aim: { ...atMost(150), words: '≤ 150 ms' } }),
    })),
    {
      what: `${DUE.toLocaleString('en')} clocks breached at once, on ${ground.redisUrl ? 'Redis' : 'PostgreSQL'}`,
      drumbeat: `${seconds.toFixed(1)} s`,
      value: seconds,
      aim: { ...atMost(10), words: '≤ 10 s' },
    },
  ]
}

/** From the door to the answer, one after the other. */
async function listed(door) {
  const took = []
  for (let n = 0; n < WARM_UP + LISTS; n++) {
    const started = performance.now()
    const { reply } = await door.receive({
      ...{ platform: 'slack', installation: INSTALLATION, receipt: `list-${n}`, from: ASKER },
      what: { kind: 'command', flow: 'complaint', text: 'list open' },
    })
    if (n >= WARM_UP) took.push(performance.now() - started)
    if (reply.kind !== 'card' || !JSON.stringify(reply.card).includes('C-0'))
      throw new Error(`No list: ${JSON.stringify(reply).slice(0, 500)}`)
  }
  return took
}

/** From the beat that finds them due until the last one is fired; what they say is delivered meanwhile. */
async function breached(world, url) {
  const worker = startWorker(world)
  const started = performance.now()
  await tick(world)
  for (;;) {
    const [{ left }] = await statement(url, LEFT)
    if (left === 0) break
    if (performance.now() - started > LONGEST_MS) throw new Error(`${left} timers were not fired in time`)
    await sleep(20)
  }
  const seconds = (performance.now() - started) / 1_000
  await worker.stop()
  for (const [what, sql] of Object.entries(WRITTEN)) {
    const [{ count }] = await statement(url, sql)
    if (count !== DUE) throw new Error(`There are ${count} ${what} instead of ${DUE}`)
  }
  return seconds
}

const LEFT = `
  SELECT count(*)::int AS left FROM "Timer"
  WHERE "kind" = 'complaint.breach' AND "firedAt" IS NULL AND "cancelledAt" IS NULL AND "dueAt" <= now()`
const WRITTEN = {
  escalations: 'SELECT count(*)::int FROM "Escalation"',
  'entries in ledgers': `SELECT count(*)::int FROM "ComplaintClockEntry" WHERE "event" = 'breached'`,
  'entries in stories': `SELECT count(*)::int FROM "ComplaintEntry" WHERE "kind" = 'breached'`,
  'posts under cards': `
    SELECT count(*)::int FROM "Post" p JOIN "ComplaintEntry" e ON e."kind" = 'breached'
      AND p."key" = 'complaint/' || e."complaintId" || '/story/' || e."id"`,
}
