import cron from 'node-cron'
import { deliverTo } from './outbox/deliver.ts'
import { cleanUp, repair, seal, tick } from './tick.ts'
import { fire } from './timers/fire.ts'
import type { World } from './world.ts'

const CONCURRENCY = 10

export type Worker = { stop(): Promise<void> }

/** The workers, and the drum that feeds them. */
export function startWorker(world: World): Worker {
  world.queue.work('timers', CONCURRENCY, (claim) => fire(world, { ...claim, ids: [...claim.ids] }))
  world.queue.work('deliveries', CONCURRENCY, ({ workspaceId, place }) => deliverTo(world, workspaceId, place))
  const beats = [
    every(world, '* * * * * *', tick),
    every(world, '*/5 * * * * *', seal),
    every(world, '*/10 * * * * *', repair),
    every(world, '17 3 * * *', cleanUp),
  ]
  return {
    async stop() {
      await Promise.all(beats.map((beat) => beat.destroy()))
    },
  }
}

/** A beat that fails is told and comes again; beats never overlap themselves. */
function every(world: World, rhythm: string, beat: (world: World) => Promise<unknown>) {
  const run = () =>
    beat(world).catch((error: Error) => world.log.error({ beat: beat.name, err: error }, 'A beat failed'))
  return cron.schedule(rhythm, async () => void (await run()), { noOverlap: true, name: beat.name })
}
