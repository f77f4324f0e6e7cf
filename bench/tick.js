import { tick } from '../dist/tick.js'
import { atMost, median, milliseconds } from './figures.js'
import { statement } from './ground.js'
import { bareWorld } from './world.js'

const FEW = 1_000
const MANY = 1_000_000
const TICKS = 50
const WARM_UP = 10

/** A beat of the drum that finds nothing due, with few and with very many timers that are still to come. */
export async function measure(ground) {
  const few = await waiting(ground, FEW)
  const many = await waiting(ground, MANY)
  for (let n = 0; n < WARM_UP; n++) for (const house of [few, many]) await house.beat()
  const took = { few: [], many: [] }
  for (let n = 0; n < TICKS; n++) {
    took.few.push(await few.beat())
    took.many.push(await many.beat())
  }
  await few.close()
  await many.close()
  const [withMany, withFew] = [median(took.many), median(took.few)]
  return [
    {
      what: 'tick, 1,000,000 pending beside 1,000',
      drumbeat: milliseconds(withMany),
      beside: milliseconds(withFew),
      ratio: withMany / withFew,
      aim: atMost(1.5),
    },
  ]
}

async function waiting(ground, amount) {
  const database = await ground.database(`tick_${amount}`)
  const world = bareWorld(database.url, { queue: { add: async () => {} } })
  const { id } = await world.db.workspace.create({ data: { name: 'bench' } })
  await statement(database.url, STILL_TO_COME, [id, amount])
  // What the server would do by itself some time later shall not happen while it is measured.
  await statement(database.url, 'VACUUM (ANALYZE) "Timer"')
  await statement(database.url, 'CHECKPOINT')
  return {
    async beat() {
      const started = performance.now()
      await tick(world)
      return performance.now() - started
    },
    async close() {
      await world.db.$disconnect()
      await database.drop()
    },
  }
}

const STILL_TO_COME = `
  INSERT INTO "Timer" ("workspaceId", "kind", "subject", "dueAt")
  SELECT $1, 'bench.nothing', n::text, now() + interval '1 hour' + n * interval '1 second'
  FROM generate_series(1, $2::int) AS n`
