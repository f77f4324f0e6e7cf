import type { Database, Workspace } from './database/types.ts'
import type { Flow } from './flow.ts'
import { countRepairs, rememberRepair } from './repairs.ts'
import { handOver } from './tick.ts'
import { claimLying } from './timers/overdue.ts'
import { act, type World } from './world.ts'

const TIMERS_AT_ONCE = 1_000

/** Every minute, in one process: what was left lying is put right; where one part cannot be, the others still are. */
export async function audit(world: World): Promise<void> {
  if (!(await takePulse(world))) return
  for (const mend of [mendTimers, mendFlows]) {
    try {
      await mend(world)
    } catch (error) {
      world.log.error({ beat: mend.name, err: error }, 'Something could not be put right')
    }
  }
}

/**
 * Says that a worker is there, and what its queue holds; nothing when the queue does not answer. False when another
 * process has just said so.
 */
export async function takePulse({ db, queue }: World): Promise<boolean> {
  const depths = (await queue.trouble()) ? {} : await queue.counts()
  const taken = await db.$executeRaw`
    INSERT INTO "Pulse" ("id", "at", "depths") VALUES (1, now(), ${JSON.stringify(depths)}::jsonb)
    ON CONFLICT ("id") DO UPDATE SET "at" = EXCLUDED."at", "depths" = EXCLUDED."depths"
    WHERE "Pulse"."at" < now() - interval '30 seconds'`
  return taken === 1
}

/** What is overdue and in nobody's hands is handed over again at once. */
export async function mendTimers(world: World): Promise<void> {
  const { db, queue, clock } = world
  const { waiting, active } = (await queue.counts()).timers
  const claims = await claimLying(db, clock.now(), { most: TIMERS_AT_ONCE, isQueueEmpty: waiting + active === 0 })
  await handOver(db, queue, claims)
  const found = claims.flatMap(({ workspaceId, ids }) => ids.map(() => workspaceId))
  await countRepairs(world, 'timer', found)
}

/** Each flow mends what was left lying, a workspace at a time; where one cannot, the others still do. */
export async function mendFlows(world: World): Promise<void> {
  const flows = world.flows.filter(({ repair }) => repair !== undefined)
  if (flows.length === 0) return
  for (const workspace of await workspacesWithPast(world.db)) {
    for (const flow of flows) if (!world.queue.isClosing()) await mend(world, workspace, flow)
  }
}

/** Where nothing was ever done there is nothing to mend. */
const workspacesWithPast = (db: Database) => db.$queryRaw<Workspace[]>`
  SELECT w.* FROM "Workspace" w WHERE EXISTS (SELECT 1 FROM "AuditEntry" a WHERE a."workspaceId" = w."id")`

async function mend(world: World, workspace: Workspace, flow: Flow): Promise<void> {
  const what = flow.name
  try {
    const count = await act(world, workspace, async (ctx) => {
      const mended = (await flow.repair?.(ctx)) ?? 0
      if (mended > 0) await rememberRepair(ctx.db, { workspaceId: workspace.id, what, count: mended })
      return mended
    })
    if (count === 0) return
    world.metrics.repairs.inc({ what }, count)
    world.log.warn({ what, count }, 'Something was left lying and is put right')
  } catch (error) {
    world.log.error({ flow: what, workspace: workspace.id, err: error }, 'A flow could not mend its own')
  }
}
