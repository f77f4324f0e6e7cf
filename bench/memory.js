import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { seedCompany, untilDelivered } from './company.js'
import { startFakeSlack } from './fake-slack.js'
import { atMost, megabytes } from './figures.js'
import { startProduct } from './product.js'

const STANDUPS = 10
const MEMBERS_EACH = 200
const SETTLING_MS = 5_000
const DELIVERED_WITHIN_MS = 120_000
const IDLE_AIM_MB = 200

/** Resident memory of the whole of Drumbeat in one process, without the database. */
export async function measureMemory(ground) {
  if (process.platform !== 'linux') {
    process.stdout.write('LEFT OUT: resident memory, which is read from /proc.\n')
    return []
  }
  const slack = await startFakeSlack()
  const database = await ground.database('memory')
  const product = await startProduct({ databaseUrl: database.url, slackApiUrl: slack.url })
  await sleep(SETTLING_MS)
  const idle = residentKilobytes(product.pid)

  const watching = watch(product.pid)
  await seedCompany(database.url, { standups: STANDUPS, membersEach: MEMBERS_EACH })
  await untilDelivered(database.url, STANDUPS * (MEMBERS_EACH + 1), DELIVERED_WITHIN_MS)
  const peak = watching.stop()
  await sleep(SETTLING_MS)
  const settled = residentKilobytes(product.pid)

  await product.stop()
  await slack.close()
  await database.drop()
  const aim = { ...atMost(IDLE_AIM_MB), words: `≤ ${IDLE_AIM_MB} MB` }
  return [
    { what: 'resident memory, idle', drumbeat: megabytes(idle), aim, value: idle / 1024 },
    { what: 'resident memory, peak while 2,000 members are prompted', drumbeat: megabytes(peak) },
    { what: 'resident memory, 5 s after that', drumbeat: megabytes(settled) },
  ]
}

function watch(pid) {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, residentKilobytes(pid))
  }
  const timer = setInterval(look, 50)
  return {
    stop() {
      clearInterval(timer)
      return peak
    },
  }
}

const residentKilobytes = (pid) => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])
