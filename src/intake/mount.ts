import express, { type Express, type RequestHandler, type Response } from 'express'
import { soundText } from '../chat/sound-text.ts'
import type { World } from '../world.ts'
import { answerRefusals } from './answers.ts'
import { authenticated } from './bearer.ts'
import type { ApiCall, Params } from './call.ts'
import { callerIn } from './caller.ts'
import { entriesOf } from './entry.ts'
import { perToken } from './limits.ts'
import { look } from './look.ts'
import { once } from './once.ts'
import { openApiOf } from './openapi.ts'
import type { ApiQuestion } from './question.ts'
import { Refusal } from './refusal.ts'

const REQUESTS_A_MINUTE = 60
const PRINTABLE = /^[\x20-\x7e]{1,200}$/

/** What programs can ask and have done: `GET` and `POST /api/v1/<name>`, as the flows list it, and the document that says how. */
export function mountIntake(app: Express, world: World): void {
  const api = express.Router()
  const document = openApiOf(world.flows)
  const letIn = [authenticated(world), perToken(REQUESTS_A_MINUTE)]
  for (const [name, { get, post }] of entriesOf(world.flows)) {
    const route = api.route(`/${name.replaceAll('{', ':').replaceAll('}', '')}`)
    if (get) route.get(letIn, answerQuestion(world, get))
    if (post) route.post(letIn, keyRequired, jsonBody, answerCall(world, name, post))
    route.all(only([...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : [])]))
  }
  api
    .route('/openapi.json')
    .get((_request, response) => void response.json({ ...document, servers: [{ url: `${world.site}/api/v1` }] }))
    .all(only(['GET', 'HEAD']))
  app.use('/api/v1', api, answerRefusals(world))
}

function answerQuestion(world: World, question: ApiQuestion): RequestHandler {
  return async (request, response) => {
    const query = Object.fromEntries(
      Object.entries({ ...request.query, ...request.params }).map(([name, value]) => [name, sound(value)]),
    )
    const answer = await look(world, callerIn(response).workspace, { question, query })
    response.set('Cache-Control', 'no-store').json(answer)
  }
}

function answerCall(world: World, name: string, call: ApiCall): RequestHandler {
  return async ({ body, params }, response) => {
    const answered = await once(world, callerIn(response), {
      name,
      params: soundParams(params),
      call,
      key: keyIn(response),
      body,
    })
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
  limit: '256kb',
  strict: false,
  type: () => true,
  reviver: (_key: string, value: unknown) => sound(value),
})

const soundParams = (params: object): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, soundText(String(value))]))

const sound = (value: unknown): unknown => (typeof value === 'string' ? soundText(value) : value)

const only =
  (methods: readonly string[]): RequestHandler =>
  (_request, response) => {
    response.set('Allow', methods.join(', '))
    throw new Refusal(405, `What is answered here: ${methods.join(', ')}.`)
  }
