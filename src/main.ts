import type { Logger } from 'pino'
import { type Config, ConfigError, readConfig } from './config.ts'
import { type EmbeddedServer, startEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { UserError } from './errors.ts'
import { openLog } from './log.ts'
import { openWorld } from './open-world.ts'
import { takeUp } from './tick.ts'
import { startWeb, type Web } from './web.ts'
import { startWorker, type Worker } from './worker.ts'
import type { World } from './world.ts'

const STOP_WITHIN_MS = 10_000

async function main(): Promise<void> {
  const toldToStop = signalToStop()
  const config = readConfig()
  const log = openLog(config.logLevel)
  const embedded = config.databaseUrl ? null : await startEmbedded(config.dataDir)
  if (embedded?.takenOver) tell('Took over the embedded PostgreSQL that an earlier, killed Drumbeat had left running.')
  try {
    const running = await startOn(config, { databaseUrl: config.databaseUrl ?? embedded?.url ?? '', embedded, log })
    announce(config, running.web)
    await toldToStop
    await shutDown(running)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

type Ground = { databaseUrl: string; embedded: EmbeddedServer | null; log: Logger }

async function startOn(config: Config, { databaseUrl, embedded, log }: Ground): Promise<Running> {
  const migrated = await migrate(databaseUrl)
  if (migrated.length > 0) tell(`Migrated the database: ${migrated.join(', ')}`)
  const world = await openWorld(config, databaseUrl, log)
  try {
    if (embedded) await takeUp(world)
    const web = await startWeb(world, config)
    const worker = config.role === 'web' ? null : startWorker(world)
    return { web, worker, world, embedded }
  } catch (error) {
    await closePlatforms(world)
    await closeWorld(world)
    throw error
  }
}

/** From the first moment on, and however often it is said: npm passes Ctrl-C on once more. */
function signalToStop(): Promise<void> {
  return new Promise((stop) => {
    process.on('SIGTERM', () => stop())
    process.on('SIGINT', () => stop())
  })
}

async function shutDown(running: Running): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  await stopAll(running)
  tell('Stopped.')
  process.exit(0)
}

type Running = {
  web: Web
  worker: Worker | null
  world: World
  embedded: EmbeddedServer | null
}

/** From the outside in: nothing new comes, what is in hand is finished, then the ground goes. */
async function stopAll({ web, worker, world, embedded }: Running): Promise<void> {
  await closePlatforms(world)
  await web.stop()
  await worker?.stop()
  await closeWorld(world)
  await embedded?.stop()
}

const closePlatforms = ({ platforms }: World) =>
  Promise.all([...platforms.values()].map((platform) => platform.close()))

async function closeWorld({ queue, db }: World): Promise<void> {
  await queue.close()
  await db.$disconnect()
}

function announce(config: Config, { port }: Web): void {
  const at = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`
  const on = (is: unknown, how = 'on') => (is ? how : 'off')
  tell(
    [
      `Drumbeat is ready at ${at}`,
      `  playground  ${on(config.playground, `${at}/playground`)}`,
      `  Slack       ${on(config.slack, config.slack?.appToken ? 'on (Socket Mode)' : `on (${at}/slack/events)`)}`,
      `  Teams       ${on(config.teams, `on (${at}/api/messages)${config.teams?.app ? '' : ', asking nobody who they are'}`)}`,
      `  database    ${config.databaseUrl ? 'PostgreSQL at DATABASE_URL' : `embedded PostgreSQL in ${config.dataDir}`}`,
      `  queue       ${config.redisUrl ? 'Redis at REDIS_URL' : 'the same PostgreSQL'}`,
      `  role        ${config.role}`,
      `  clock       ${config.devClock ? 'can be moved (POST /dev/clock)' : 'real time'}`,
    ].join('\n'),
  )
}

/** What a person can mend is said in a sentence; anything else with where it happened. */
const whyNot = (error: Error) =>
  error instanceof ConfigError || error instanceof UserError
    ? error.message
    : `Drumbeat could not start. ${error.stack}`

const tell = (words: string) => process.stdout.write(`${words}\n`)

main().catch((error: Error) => {
  process.stderr.write(`${whyNot(error)}\n`)
  process.exit(1)
})
