import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import { inTransaction } from './database/transaction.ts'
import type { Database, Db, Workspace } from './database/types.ts'
import type { Context, Flow } from './flow.ts'
import type { Metrics } from './metrics.ts'
import type { ChatPlatform, PlatformName } from './platform.ts'
import type { Lane, Work, WorkQueue } from './queue/queue.ts'
import { batchesOf } from './timers/claim.ts'

/** What a running process holds. */
export type World = {
  db: Database
  queue: WorkQueue
  platforms: ReadonlyMap<PlatformName, ChatPlatform>
  flows: readonly Flow[]
  clock: Clock
  /** The address at which people outside find us, without a slash at its end. */
  site: string
  log: Logger
  metrics: Metrics
}

/** Does something in one transaction and at one instant, now; what was said leaves as soon as it is committed. */
export const act = <Result>(
  world: World,
  workspace: Workspace,
  deed: (ctx: Context) => Promise<Result>,
): Promise<Result> => actAt(world, { workspace, now: world.clock.now() }, deed)

/** The same where nothing may be changed, as the database refuses it, and all that is seen is of one moment. */
export const reading = <Result>(
  world: World,
  workspace: Workspace,
  deed: (ctx: Context) => Promise<Result>,
): Promise<Result> =>
  act(world, workspace, async (ctx) => {
    await ctx.db.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`
    return deed(ctx)
  })

/** What takes longer than anything in a chat may says so. */
type When = Pick<Context, 'workspace' | 'now'> & { withinSeconds?: number }

export async function actAt<Result>(
  world: World,
  { workspace, now, withinSeconds }: When,
  deed: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const [places, dueTimers] = [new Set<string>(), new Set<bigint>()]
  const work = (db: Db) => {
    places.clear()
    dueTimers.clear()
    const { flows, log, site } = world
    return deed({ db, now, workspace, flows, log, site, places, dueTimers })
  }
  const result = await inTransaction(world.db, work, withinSeconds)
  const timers = [...dueTimers].map((id) => ({ id, workspaceId: workspace.id }))
  hint(world, 'timers', batchesOf(timers, now.toString()))
  hint(
    world,
    'deliveries',
    [...places].map((place) => ({ workspaceId: workspace.id, place })),
  )
  return result
}

/** No promise: the ticker finds whatever nobody was asked to do, and what two are asked to do is done once. */
function hint<L extends Lane>({ queue, log }: World, lane: L, work: readonly Work[L][]): void {
  const jobs = work.map((data) => ({ data }))
  queue.add(lane, jobs).catch((error: Error) => {
    log.warn({ lane, error: error.message }, 'Work waits for the ticker')
  })
}
