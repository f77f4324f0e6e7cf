import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Json } from './element-limits.ts'
import { refusedMessage } from './limits.ts'
import { messageOf, methods, noted } from './methods.ts'
import type { Fault, SlackState } from './state.ts'

const RESPONSE_USES = 5

export type Tokens = { bot: string; app: string }

/** The Web API, the upload address and the response addresses, on a port of 127.0.0.1. */
export async function serve(state: SlackState, tokens: Tokens): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    route(state, { request, response, tokens }).catch((error: unknown) => {
      state.problems.push(`fake Slack failed: ${error}`)
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

type Exchange = { request: IncomingMessage; response: ServerResponse; tokens: Tokens }

async function route(state: SlackState, exchange: Exchange): Promise<void> {
  const [, place = '', name = ''] = (exchange.request.url ?? '').split('/')
  if (place === 'api') return callMethod(state, name, exchange)
  const body = await bodyOf(exchange.request)
  if (place === 'upload') return receiveFile(state, name, { ...exchange, body })
  if (place === 'respond') return receiveResponse(state, name, { ...exchange, body: String(body) })
  exchange.response.writeHead(404).end()
}

async function callMethod(state: SlackState, method: string, { request, response, tokens }: Exchange): Promise<void> {
  const args = argumentsOf(String(await bodyOf(request)))
  state.calls.push({ method, args, at: Date.now() })
  const fault = takeFault(state, method)
  if (fault?.delayMs) await pause(fault.delayMs)
  if (fault?.status) return void response.writeHead(fault.status).end('no')
  if (fault?.retryAfter !== undefined)
    return void response
      .writeHead(429, { 'retry-after': String(fault.retryAfter) })
      .end('{"ok":false,"error":"ratelimited"}')

  if (fault?.answer || fault?.error) return json(response, fault.answer ?? { ok: false, error: fault.error })

  const expected = method === 'apps.connections.open' ? tokens.app : tokens.bot
  const isKnown = request.headers.authorization === `Bearer ${expected}`
  const asked = { args, origin: `http://${request.headers.host}` }
  response.setHeader('x-oauth-scopes', state.scopes.join(','))
  json(response, isKnown ? answerOf(state, method, asked) : { ok: false, error: 'invalid_auth' })
}

function answerOf(state: SlackState, method: string, { args, origin }: { args: Json; origin: string }): Json {
  if (method === 'apps.connections.open') return { ok: true, url: `${origin.replace('http', 'ws')}/link` }
  return methods[method]?.({ state, args, origin }) ?? { ok: false, error: 'unknown_method' }
}

function takeFault(state: SlackState, method: string): Fault | undefined {
  const [fault] = state.faults.get(method) ?? []
  if (fault && --fault.times <= 0) state.faults.get(method)?.shift()
  return fault
}

type WithBody<Body> = Exchange & { body: Body }

function receiveFile(state: SlackState, id: string, { response, body }: WithBody<Buffer>): void {
  const file = state.uploads.get(id)
  if (file) file.bytes = body
  response.writeHead(file ? 200 : 404).end()
}

function receiveResponse(state: SlackState, id: string, { response, body }: WithBody<string>): void {
  const fault = takeFault(state, 'respond')
  const place = state.responses.get(id)
  const message = JSON.parse(body) as Json
  if (fault || !place || place.uses >= RESPONSE_USES)
    return void response.writeHead(fault?.status ?? 404).end('used_url')
  const refusal = noted(state, 'response', refusedMessage(message.text as string, message.blocks as Json[]))
  if (refusal) return void response.writeHead(400).end(refusal.error)

  place.uses++
  const said = messageOf({ ...message, channel: place.channel })
  if (message.replace_original && place.message) Object.assign(place.message, { text: said.text, blocks: said.blocks })
  else state.messages.push(message.response_type === 'in_channel' ? said : { ...said, onlyFor: place.user })
  response.writeHead(200).end('ok')
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const STRUCTURED = ['blocks', 'view', 'files']

const argumentsOf = (body: string): Json =>
  Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, STRUCTURED.includes(key) ? JSON.parse(value) : value]),
  )

const json = (response: ServerResponse, body: Json): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
