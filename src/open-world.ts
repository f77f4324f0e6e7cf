import type { Logger } from 'pino'
import { agenda } from './agenda.ts'
import { type MovableClock, movableClock, systemClock } from './clock.ts'
import type { Config, SlackConfig } from './config.ts'
import { openDatabase } from './database/open.ts'
import type { Database } from './database/types.ts'
import { UserError } from './errors.ts'
import { flows } from './flows.ts'
import { openMetrics } from './metrics.ts'
import type { ChatPlatform } from './platform.ts'
import { createPlayground } from './platforms/playground/platform.ts'
import { openQueue } from './queue/open.ts'
import { travel } from './time-travel.ts'
import type { World } from './world.ts'

/** Builds what a process holds from its configuration and the database's address. */
export async function openWorld(config: Config, databaseUrl: string, log: Logger): Promise<World> {
  const db = openDatabase(databaseUrl)
  const movable = config.devClock ? movableClock(db) : null
  await movable?.refresh()
  const platforms: ChatPlatform[] = []
  const world: World = {
    db,
    clock: movable ?? systemClock,
    log,
    flows,
    queue: openQueue({ redis: config.redisUrl, database: databaseUrl }, log),
    platforms: new Map(),
    metrics: openMetrics(),
  }
  if (config.slack) platforms.push(await slackOf(config.slack, log))
  if (config.playground) platforms.push(playgroundOf(world, movable))
  await letInAgain(db, platforms)
  return Object.assign(world, { platforms: new Map(platforms.map((platform) => [platform.name, platform])) })
}

/** Slack's packages take a while to load, so only those who use them wait for it. */
async function slackOf(slack: SlackConfig, log: Logger): Promise<ChatPlatform> {
  const { createSlack } = await import('./platforms/slack/platform.ts')
  return createSlack({ ...slack, log })
}

const CLOCK_IS_REAL = 'The clock runs by itself here; DEV_CLOCK=1 outside production lets it be moved.'

const playgroundOf = (world: World, clock: MovableClock | null): ChatPlatform =>
  createPlayground({
    db: world.db,
    clock: world.clock,
    log: world.log,
    agenda: (locale) => agenda(world, locale),
    moveClock: (how) => (clock ? travel(world, clock, how) : Promise.reject(new UserError(CLOCK_IS_REAL))),
  })

/** A restart is how an administrator says that a broken installation has been mended; if not, the next delivery says so. */
async function letInAgain(db: Database, platforms: readonly ChatPlatform[]): Promise<void> {
  const names = platforms.map(({ name }) => name)
  await db.installation.updateMany({ where: { platform: { in: names } }, data: { brokenWhy: null, brokenAt: null } })
}
