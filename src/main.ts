import { type Config, ConfigError, readConfig } from './config.ts'
import { type EmbeddedServer, startEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { openLog } from './log.ts'
import { openWorld } from './open-world.ts'
import { repair } from './tick.ts'
import { startWeb, type Web } from './web.ts'
import { startWorker, type Worker } from './worker.ts'

const STOP_WITHIN_MS = 10_000

async function main(): Promise<void> {
  const config = readConfig()
  const log = openLog(config.logLevel)
  const embedded = config.databaseUrl ? null : await startEmbedded(config.dataDir)
  if (embedded?.takenOver) tell('Took over the embedded PostgreSQL that an earlier, killed Drumbeat had left running.')
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  const migrated = await migrate(databaseUrl)
  if (migrated.length > 0) tell(`Migrated the database: ${migrated.join(', ')}`)
  const world = await openWorld(config, databaseUrl, log)
  if (embedded) await repair(world, 0)
  const worker = config.role === 'web' ? null : startWorker(world)
  const web = await startWeb(world, config)
  announce(config, web)

  const stop = async () => {
    const timeout = setTimeout(() => process.exit(1), STOP_WITHIN_MS)
    await stopAll({ web, worker, world, embedded })
    clearTimeout(timeout)
    tell('Stopped.')
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

type Running = {
  web: Web
  worker: Worker | null
  world: Awaited<ReturnType<typeof openWorld>>
  embedded: EmbeddedServer | null
}

/** From the outside in: nothing new comes, what is in hand is finished, then the ground goes. */
async function stopAll({ web, worker, world, embedded }: Running): Promise<void> {
  await Promise.all([...world.platforms.values()].map((platform) => platform.close()))
  await web.stop()
  await worker?.stop()
  await world.queue.close()
  await world.db.$disconnect()
  await embedded?.stop()
}

function announce(config: Config, { port }: Web): void {
  const at = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`
  const on = (is: unknown, how = 'on') => (is ? how : 'off')
  tell(
    [
      `Drumbeat is ready at ${at}`,
      `  playground  ${on(config.playground, `${at}/playground`)}`,
      `  Slack       ${on(config.slack, config.slack?.appToken ? 'on (Socket Mode)' : `on (${at}/slack/events)`)}`,
      `  database    ${config.databaseUrl ? 'PostgreSQL at DATABASE_URL' : `embedded PostgreSQL in ${config.dataDir}`}`,
      `  queue       ${config.redisUrl ? 'Redis at REDIS_URL' : 'the same PostgreSQL'}`,
      `  role        ${config.role}`,
      `  clock       ${config.devClock ? 'can be moved (POST /dev/clock)' : 'real time'}`,
    ].join('\n'),
  )
}

const tell = (words: string) => process.stdout.write(`${words}\n`)

main().catch((error: Error) => {
  process.stderr.write(
    error instanceof ConfigError ? `${error.message}\n` : `Drumbeat could not start. ${error.stack}\n`,
  )
  process.exit(1)
})
