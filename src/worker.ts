import cron from 'node-cron'
import { audit, takePulse } from './auditor.ts'
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
    every(world, '* * * * *', audit),
    every(world, '17 3 * * *', cleanUp),
  ]
  const firstPulse = told(world, takePulse)
  return {
    async stop() {
      await firstPulse
      await Promise.all(beats.map((beat) => beat.destroy()))
    },
  }
}

/** Beats never overlap themselves. */
const every = (world: World, rhythm: string, beat: Beat) =>
  cron.schedule(rhythm, () => told(world, beat), { noOverlap: true, name: beat.name })

type Beat = (world: World) => Promise<unknown>

/** A beat that fails is told and comes again. */
async function told(world: World, beat: Beat): Promise<void> {
  try {
    await beat(world)
  } catch (error) {
    world.log.error({ beat: beat.name, err: error }, 'A beat failed')
  }
}
