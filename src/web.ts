import type { Server } from 'node:http'
import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import type { Config } from './config.ts'
import { UserError } from './errors.ts'
import { gauges, health } from './health.ts'
import { mountIntake } from './intake/mount.ts'
import { mountPages } from './pages/mount.ts'
import { mountClock } from './platforms/playground/clock.ts'
import { openDoor } from './router/door.ts'
import { travel } from './time-travel.ts'
import type { World } from './world.ts'

type WebConfig = Pick<Config, 'host' | 'port' | 'devClock'>
export type Web = { port: number; stop(): Promise<void> }

/** A proxy in front of us is on this machine or in its private network; it alone is believed who calls. */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal']

/** The HTTP side: platform endpoints, what programs and people without an account may ask for, health and metrics. */
export async function startWeb(world: World, { host, port, devClock }: WebConfig): Promise<Web> {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', PROXIES)
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }))
  healthRoutes(app, world)
  mountIntake(app, world)
  mountPages(app, world)
  if (devClock) mountClock(app, (how) => travel(world, how))
  const door = openDoor(world)
  for (const platform of world.platforms.values()) await platform.listen(app, door)
  app.use((_request, response) => void response.status(404).json({ error: 'There is nothing at this address' }))
  app.use(lastResort(world))
  const server = await listening(app, { host, port })
  world.site = withPort(world.site, portOf(server))
  return { port: portOf(server), stop: () => closed(server) }
}

function healthRoutes(app: Express, world: World): void {
  app.get('/healthz', (_request, response) => void response.json({ alive: true }))
  app.get('/readyz', async (_request, response) => {
    const { ready, wrong } = await health(world)
    response.status(ready ? 200 : 503).json({ ready, wrong })
  })
  app.get('/metrics', async (_request, response) => {
    response.type('text/plain').send((await world.metrics.registry.metrics()) + (await gauges(world)))
  })
}

const lastResort =
  (world: World): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const status: number = error.status ?? error.statusCode ?? 500
    if (status >= 500) world.log.error({ path: request.path, err: error }, 'A request failed')
    response.status(status).json({ error: status >= 500 ? 'Something went wrong on our side' : String(error.message) })
  }

function listening(app: Express, { host, port }: { host: string; port: number }): Promise<Server> {
  return new Promise((ready, failed) => {
    const server = app.listen(port, host, (error?: NodeJS.ErrnoException) => {
      if (!error) ready(server)
      else
        failed(
          error.code === 'EADDRINUSE'
            ? new UserError(`Port ${port} is taken. Set PORT to another one, for example PORT=${port + 1}`)
            : error,
        )
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Where any free port was asked for, links to us are right once it is known. */
const withPort = (site: string, port: number): string => site.replace(/:0$/, `:${port}`)

/** Lets what is being answered finish; open event streams are ended. */
function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1_000).unref()
  })
}
