import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { ZodError } from 'zod'
import { isThisMachine } from '../../loopback.ts'
import { type Counter, handle } from './handle.ts'
import { Activity } from './payloads.ts'
import type { Roster } from './roster.ts'

export const ENDPOINT = '/api/messages'
const LARGEST_BODY_BYTES = 256 * 1024
const DEEPEST = 60
const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

type Desk = Counter & {
  /** Nobody is asked who they are, so only this machine may come. */
  isOpen: boolean
  roster: Roster
}

/** Takes what Teams sends. Nothing is believed, stored or answered before whoever sends it was verified. */
export function mount(web: Express, desk: Desk): void {
  const body = express.raw({ type: () => true, limit: LARGEST_BODY_BYTES })
  web.post(ENDPOINT, ...(desk.isOpen ? [fromHere] : []), body, (request, response) => take(desk, request, response))
  web.use(ENDPOINT, unreadable)
}

const fromHere: RequestHandler = (request, response, next) =>
  isFromHere(request) ? next() : void response.status(403).end()

/** Nor through a proxy of this machine, nor from a web page that somebody has open on it. */
const isFromHere = (request: Request): boolean =>
  LOOPBACK.includes(request.socket.remoteAddress ?? '') &&
  isThisMachine(request.hostname) &&
  !('x-forwarded-for' in request.headers || 'forwarded' in request.headers) &&
  request.is('application/json') !== false

async function take(desk: Desk, request: Request, response: Response): Promise<void> {
  const read = activityIn(request.body)
  if (!read) return void response.status(400).end()
  if (!desk.allows(read.serviceUrl)) return void response.status(403).end()
  const refusal = await desk.bot.verify(read, request.headers.authorization ?? '')
  if (refusal) {
    desk.log.warn({ status: refusal.status, why: refusal.why }, 'a request to Teams’ address was refused')
    return void response.status(refusal.status).end()
  }
  try {
    const { status, body } = await handle(desk, read)
    response.status(status)
    if (body) response.json(body)
    else response.end()
    if (status === 200) desk.roster.look(read)
  } catch (error) {
    const status = error instanceof ZodError ? 400 : 500
    if (status === 500) desk.log.error({ err: error }, 'request of Teams could not be handled')
    response.status(status).end()
  }
}

function activityIn(body: unknown): Activity | null {
  if (!Buffer.isBuffer(body)) return null
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return depthOf(json) > DEEPEST ? null : (Activity.safeParse(json).data ?? null)
  } catch {
    return null
  }
}

/** How deep it is nested, without calling itself: what is read may be made to break us. */
function depthOf(json: unknown): number {
  let deepest = 0
  const open: [unknown, number][] = [[json, 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next
    if (typeof value !== 'object' || value === null) continue
    deepest = Math.max(deepest, depth)
    if (deepest > DEEPEST) return deepest
    for (const inner of Object.values(value)) open.push([inner, depth + 1])
  }
  return deepest
}

const unreadable: express.ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error)
  response.status(error.status >= 400 && error.status < 500 ? error.status : 500).end()
}
