import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import helmet from 'helmet'
import pino from 'pino'
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../../src/database/types.ts'
import { UserError } from '../../../src/errors.ts'
import type { Upcoming } from '../../../src/flow.ts'
import type { ChatPlatform } from '../../../src/platform.ts'
import { type ClockMove, mountClock } from '../../../src/platforms/playground/clock.ts'
import { createPlayground } from '../../../src/platforms/playground/platform.ts'
import { type FakeDoor, fakeDoor } from './fake-door.ts'

export type Served = {
  url: string
  playground: ChatPlatform
  door: FakeDoor
  agenda: Upcoming[]
  moves: ClockMove[]
  now: Temporal.Instant
  close(): Promise<void>
}

export const MONDAY = Temporal.Instant.from('2026-05-04T07:00:00Z')

/** The playground on a port of its own, with a router that answers as the test says and a clock that obeys. */
export async function servePlayground(db: Database): Promise<Served> {
  const web = express()
  const http = createServer(web)
  const log = pino({ level: 'silent' })
  const served: Served = {
    url: '',
    door: fakeDoor(),
    agenda: [],
    moves: [],
    now: MONDAY,
    playground: createPlayground({
      db,
      log,
      clock: { now: () => served.now },
      agenda: async () => served.agenda,
    }),
    async close() {
      await served.playground.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  web.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'self'"] } } }))
  mountClock(web, async (how) => moved(served, how))
  await served.playground.listen(web, served.door)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  served.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return served
}

function moved(served: Served, how: ClockMove): Temporal.Instant {
  served.moves.push(how)
  const [next] = served.agenda
  if ('advance' in how) served.now = served.now.add(how.advance)
  else if ('to' in how) served.now = Temporal.Instant.from(how.to)
  else if (next) served.now = next.at
  else throw new UserError('Nothing is planned.')
  return served.now
}
