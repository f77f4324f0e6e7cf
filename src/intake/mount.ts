import express, { type Express, type RequestHandler, type Response } from 'express'
import type { World } from '../world.ts'
import { answerRefusals } from './answers.ts'
import { authenticated } from './bearer.ts'
import { type ApiCall, callsOf } from './call.ts'
import { callerIn } from './caller.ts'
import { perToken } from './limits.ts'
import { once } from './once.ts'
import { openApiOf } from './openapi.ts'
import { Refusal } from './refusal.ts'
import { soundText } from './sound-text.ts'

const CALLS_A_MINUTE = 60
const PRINTABLE = /^[\x20-\x7e]{1,200}$/

/** What programs can ask for: `POST /api/v1/<name>` for each of the flows' calls, and the document that says how. */
export function mountIntake(app: Express, world: World): void {
  const api = express.Router()
  const document = openApiOf(world.flows)
  const letIn = [authenticated(world), perToken(CALLS_A_MINUTE), keyRequired, jsonBody]
  for (const [name, call] of callsOf(world.flows))
    api
      .route(`/${name}`)
      .post(letIn, answer(world, name, call))
      .all(only('POST'))
  api
    .route('/openapi.json')
    .get((_request, response) => void response.json({ ...document, servers: [{ url: `${world.site}/api/v1` }] }))
    .all(only('GET, HEAD'))
  app.use('/api/v1', api, answerRefusals(world))
}

function answer(world: World, name: string, call: ApiCall): RequestHandler {
  return async ({ body }, response) => {
    const { workspace } = callerIn(response)
    const answered = await once(world, workspace, { name, call, key: keyIn(response), body })
    response.status(answered.isFirst ? 201 : 200).json(answered.answer)
  }
}

const keyRequired: RequestHandler = (request, response, next) => {
  const key = request.get('idempotency-key') ?? ''
  if (!PRINTABLE.test(key)) {
    const why = 'Send an Idempotency-Key of 1 to 200 printable characters, the same one whenever you repeat a request.'
    throw new Refusal(400, why)
  }
  response.locals.key = key
  next()
}

const keyIn = ({ locals }: Response): string => locals.key

const jsonBody = express.json({
  limit: '64kb',
  strict: false,
  type: () => true,
  reviver: (_key: string, value: unknown) => (typeof value === 'string' ? soundText(value) : value),
})

const only =
  (methods: string): RequestHandler =>
  (_request, response) => {
    response.set('Allow', methods)
    throw new Refusal(405, `Only ${methods} is answered here.`)
  }
