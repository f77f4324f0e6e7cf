import type { Logger } from 'pino'
import { agenda } from './agenda.ts'
import { movableClock, systemClock } from './clock.ts'
import type { Config, SlackConfig } from './config.ts'
import type { TeamsConfig } from './config-teams.ts'
import { openDatabase } from './database/open.ts'
import type { Database } from './database/types.ts'
import { flows } from './flows.ts'
import { openMetrics } from './metrics.ts'
import type { ChatPlatform } from './platform.ts'
import { createPlayground } from './platforms/playground/platform.ts'
import { openQueue } from './queue/open.ts'
import { tryGivenUpAgain } from './timers/claim.ts'
import type { World } from './world.ts'

/** Builds what a process holds from its configuration and the database's address. */
export async function openWorld(config: Config, databaseUrl: string, log: Logger): Promise<World> {
  const db = openDatabase(databaseUrl)
  const clock = config.devClock ? movableClock(db) : systemClock
  await clock.refresh()
  const platforms: ChatPlatform[] = []
  const world: World = {
    db,
    clock,
    log,
    flows,
    site: config.publicUrl,
    queue: openQueue({ redis: config.redisUrl, database: databaseUrl }, log),
    platforms: new Map(),
    metrics: openMetrics(),
  }
  if (config.slack) platforms.push(await slackOf(config.slack, log))
  if (config.teams) platforms.push(await teamsOf(config.teams, world))
  if (config.playground) platforms.push(playgroundOf(world))
  await letInAgain(db, platforms)
  return Object.assign(world, { platforms: new Map(platforms.map((platform) => [platform.name, platform])) })
}

/** Slack's packages take a while to load, so only those who use them wait for it. */
async function slackOf(slack: SlackConfig, log: Logger): Promise<ChatPlatform> {
  const { createSlack } = await import('./platforms/slack/platform.ts')
  return createSlack({ ...slack, log })
}

async function teamsOf(teams: TeamsConfig, world: World): Promise<ChatPlatform> {
  const { createTeams } = await import('./platforms/teams/platform.ts')
  return createTeams({ ...teams, db: world.db, site: () => world.site, log: world.log })
}

const playgroundOf = (world: World): ChatPlatform =>
  createPlayground({
    db: world.db,
    clock: world.clock,
    log: world.log,
    agenda: (locale) => agenda(world, locale),
  })

/** A restart is how an administrator says that something has been mended; if not, the next try says so. */
async function letInAgain(db: Database, platforms: readonly ChatPlatform[]): Promise<void> {
  const names = platforms.map(({ name }) => name)
  await db.installation.updateMany({ where: { platform: { in: names } }, data: { brokenWhy: null, brokenAt: null } })
  await tryGivenUpAgain(db)
}
