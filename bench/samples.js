import { setTimeout as sleep } from 'node:timers/promises'
import { flows } from '../dist/flows.js'
import { hashOf, newToken } from '../dist/intake/tokens.js'
import { openLog } from '../dist/log.js'
import { openQueue } from '../dist/queue/open.js'
import { startWeb } from '../dist/web.js'
import { startWorker } from '../dist/worker.js'
import { atLeast, atMost, milliseconds, percentile, perSecond } from './figures.js'
import { statement } from './ground.js'
import { seedObjectives } from './okr-rows.js'
import { bareWorld, silentChat } from './world.js'

const KPIS = 1_000
/** One after the other, as quickly as they are taken. */
const BATCHES = 20
const WARM_UP = 3
/** One a second, each with so many values that raise an alert. */
const SECONDS = 20
const ALERTS_EACH = 3
const BOUND = 1_000
const LONGEST_MS = 30_000

/** Values of a thousand KPIs with three rules each, in batches over HTTP, and how soon an owner hears of one that breaches. */
export async function measure(ground) {
  if (!ground.redisUrl) {
    process.stdout.write('LEFT OUT: samples, because there is no redis-server on this machine.\n')
    return []
  }
  const database = await ground.database('samples')
  await seedObjectives(database.url, { keyResults: 4 })
  await statement(database.url, KPI_ROWS, [KPIS])
  await statement(database.url, RULE_ROWS)
  await statement(database.url, SETTINGS)
  const product = await startInHere(database.url, ground.redisUrl)
  const rate = await rateOf(product)
  const latencies = await latenciesOf(product)
  await product.stop()
  await database.drop()
  const p95 = percentile(latencies, 0.95)
  return [
    {
      what: 'samples with 3 rules each, on Redis',
      drumbeat: perSecond(rate, 'samples'),
      value: rate,
      aim: atLeast(1_000),
    },
    {
      what: 'alert DM after its sample, p95',
      drumbeat: milliseconds(p95),
      value: p95,
      aim: { ...atMost(2_000), words: '≤ 2000 ms' },
    },
  ]
}

/** Web and worker in one process, which remembers when it said what. */
async function startInHere(url, redis) {
  const queue = openQueue({ redis, database: url }, openLog('error'))
  const said = new Map()
  const chat = {
    ...silentChat,
    listen: async () => {},
    trouble: async () => null,
    close: async () => {},
    post: async ({ key, card }) => {
      said.set(key, { at: performance.now(), words: JSON.stringify(card) })
      return key
    },
  }
  const world = { ...bareWorld(url, { queue, flows }), platforms: new Map([['slack', chat]]) }
  const worker = startWorker(world)
  const web = await startWeb(world, { host: '127.0.0.1', port: 0, devClock: false })
  let day = 0
  return {
    said,
    /** A batch with the next day of every KPI; these are beyond their bound, each by itself, and afterwards between their two bounds. */
    async send(beyond) {
      const period = new Date(Date.UTC(2010, 0, ++day)).toISOString().slice(0, 10)
      const valueNow = (n) => (beyond.includes(n) ? valueBeyond(n) : 500 + ((n * 7 + day * 13) % 40))
      const samples = Array.from({ length: KPIS }, (_, n) => ({ kpi: `kpi-${n}`, period, value: valueNow(n) }))
      const body = JSON.stringify({ samples })
      const headers = { authorization: `Bearer ${await tokenFor(url)}`, 'idempotency-key': `day ${day}` }
      const started = performance.now()
      const response = await fetch(`http://127.0.0.1:${web.port}/api/v1/kpis/samples`, {
        method: 'POST',
        headers,
        body,
      })
      if (response.status !== 201) throw new Error(`Not taken: ${await response.text()}`)
      return started
    },
    async stop() {
      await web.stop()
      await worker.stop()
      await queue.close()
      await world.db.$disconnect()
    },
  }
}

/** Of this KPI alone, so that its message is known by it. */
const valueBeyond = (n) => BOUND + 1 + n

async function rateOf({ send }) {
  for (let n = 0; n < WARM_UP; n++) await send([])
  const started = performance.now()
  for (let n = 0; n < BATCHES; n++) await send([])
  return (BATCHES * KPIS) / ((performance.now() - started) / 1_000)
}

/** From the sending of a value to the message to its owner, in milliseconds. */
async function latenciesOf({ send, said }) {
  const sent = []
  for (let second = 0; second < SECONDS; second++) {
    const next = performance.now() + 1_000
    const beyond = Array.from({ length: ALERTS_EACH }, (_, n) => second * ALERTS_EACH + n)
    const started = await send(beyond)
    sent.push(...beyond.map((n) => ({ started, value: valueBeyond(n) })))
    await sleep(Math.max(0, next - performance.now()))
  }
  const deadline = performance.now() + LONGEST_MS
  const heard = () => [...said].filter(([key]) => key.startsWith('escalation/')).map(([, one]) => one)
  while (heard().length < sent.length && performance.now() < deadline) await sleep(50)
  const all = heard()
  if (all.length < sent.length) throw new Error(`Of ${sent.length} alerts ${all.length} were told`)
  return sent.map(({ started, value }) => {
    const words = value.toLocaleString('en')
    const at = all.filter((one) => one.words.includes(words)).map((one) => one.at)
    if (at.length === 0) throw new Error(`Nobody was told of ${words}`)
    return Math.min(...at) - started
  })
}

async function tokenFor(url) {
  const token = newToken()
  const row = [hashOf(token)]
  await statement(
    url,
    `INSERT INTO "ApiToken" ("id", "workspaceId", "name", "hash", "createdAt")
    SELECT gen_random_uuid(), "id", 'bench', $1, now() FROM "Workspace"`,
    row,
  )
  return token
}

const KPI_ROWS = `
  INSERT INTO "Kpi" ("id", "workspaceId", "key", "name", "layer", "direction", "ownerId", "period", "createdAt")
  SELECT 'kpi-' || n, w."id", 'kpi-' || n, 'KPI ' || n, 'operational', 'up', 'member-' || 1 + n % 200, 'day', now()
  FROM generate_series(0, $1::int - 1) n, "Workspace" w`
const RULE_ROWS = `
  INSERT INTO "KpiRule" ("id", "workspaceId", "kpiId", "number", "terms", "severity", "standing", "createdAt")
  SELECT k."id" || '-' || r.nth, k."workspaceId", k."id", row_number() OVER (), r.terms::jsonb, 'high',
    '{"before":{"isFiring":false,"since":null,"firings":0,"run":0},"now":{"isFiring":false,"since":null,"firings":0,"run":0}}', now()
  FROM "Kpi" k, (VALUES (1, '{"kind":"above","bound":"1000","clear":"400","inARow":1}'),
    (2, '{"kind":"change","against":"previous","way":"fall","by":"90","isPercent":true,"inARow":1}'),
    (3, '{"kind":"deviation","sigmas":"1000","last":30,"least":10,"inARow":1}')) AS r(nth, terms)`
const SETTINGS = `
  INSERT INTO "AlertSettings" ("workspaceId", "stormAfter") SELECT "id", 1000 FROM "Workspace"`
