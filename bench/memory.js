import { setTimeout as sleep } from 'node:timers/promises'
import { seedCompany, untilDelivered } from './company.js'
import { startFakeSlack } from './fake-slack.js'
import { atMost, median, megabytes } from './figures.js'
import { startProduct } from './product.js'
import { residentKilobytes, watchMemory } from './resident.js'

const STARTS = 3
const STANDUPS = 10
const MEMBERS_EACH = 200
const SETTLING_MS = 5_000
const DELIVERED_WITHIN_MS = 120_000
const IDLE_AIM_MB = 200

/** Resident memory of the whole of Drumbeat in one process, without the database. */
export async function measure(ground) {
  if (process.platform !== 'linux') {
    process.stdout.write('LEFT OUT: resident memory, which is read from /proc.\n')
    return []
  }
  const slack = await startFakeSlack()
  const database = await ground.database('memory')
  const where = { databaseUrl: database.url, slackApiUrl: slack.url }
  const idle = median(await idleStarts(where))
  const { peak, settled } = await whilePrompting(where)
  await slack.close()
  await database.drop()
  const aim = { ...atMost(IDLE_AIM_MB), words: `≤ ${IDLE_AIM_MB} MB` }
  return [
    { what: 'resident memory, idle', drumbeat: megabytes(idle), aim, value: idle / 1024 },
    { what: 'resident memory, peak while 2,000 members are prompted', drumbeat: megabytes(peak) },
    { what: `resident memory, ${SETTLING_MS / 1_000} s after that`, drumbeat: megabytes(settled) },
  ]
}

/** What compilers leave behind differs from start to start. */
async function idleStarts(where) {
  const idle = []
  for (let start = 0; start < STARTS; start++) {
    const product = await startProduct(where)
    await sleep(SETTLING_MS)
    idle.push(residentKilobytes(product.pid))
    await product.stop()
  }
  return idle
}

async function whilePrompting(where) {
  const product = await startProduct(where)
  const watching = watchMemory(product.pid)
  await seedCompany(where.databaseUrl, { standups: STANDUPS, membersEach: MEMBERS_EACH })
  await untilDelivered(where.databaseUrl, STANDUPS * (MEMBERS_EACH + 1), DELIVERED_WITHIN_MS)
  await sleep(SETTLING_MS)
  const settled = residentKilobytes(product.pid)
  const peak = watching.stop()
  await product.stop()
  return { peak, settled }
}
