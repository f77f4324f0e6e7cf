import { type App, ExpressReceiver, SocketModeReceiver } from '@slack/bolt'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { ZodError } from 'zod'
import { handle } from './handle.ts'
import type { Desk } from './outcome.ts'
import { quietLogger } from './web-api.ts'

export const ENDPOINT = '/slack/events'

const LARGEST_BODY_BYTES = 1024 * 1024
const SKEW_SECONDS = 300
// Bolt's own limit would answer before us; Slack has given up by then and sends again.
const UNANSWERED_MS = 60_000

/**
 * Bolt's receivers check, read and answer requests, and need of an app only this. Bolt's App itself acknowledges events
 * before anything is stored.
 */
export const boltApp = (desk: Desk): App => ({ processEvent: (event) => handle(desk, event) }) as Partial<App> as App

/** Takes what Slack sends over HTTP. */
export function mount(web: Express, desk: Desk, signingSecret: string): void {
  web.post(ENDPOINT, express.raw({ type: () => true, limit: LARGEST_BODY_BYTES }), inTime)
  const receiver = new ExpressReceiver({
    app: web,
    endpoints: ENDPOINT,
    signingSecret,
    logger: quietLogger(desk.log),
    unhandledRequestTimeoutMillis: UNANSWERED_MS,
    processEventErrorHandler: async ({ error, response }) => {
      desk.log.error({ err: error }, 'request of Slack could not be handled')
      if (!response.headersSent) response.writeHead(statusOf(error)).end()
      return false
    },
  })
  receiver.init(boltApp(desk))
  web.use(ENDPOINT, unreadable)
}

/** Takes what Slack sends over a socket; reconnecting is left to whoever starts it. */
export function socketReceiver(desk: Desk, appToken: string): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger(desk.log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { slackApiUrl: desk.api.slackApiUrl, retryConfig: { retries: 0 } } },
    processEventErrorHandler: async ({ error }) => {
      desk.log.error({ err: error }, 'message of Slack could not be handled')
      return error instanceof ZodError
    },
  })
  receiver.init(boltApp(desk))
  return receiver
}

const statusOf = (error: unknown): number => (error instanceof ZodError ? 400 : 500)

/** Bolt refuses what is too old but not what is dated ahead, and wants a signature even on Slack's certificate check. */
const inTime: RequestHandler = (request, response, next) => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  if (isCertificateCheck(request.get('content-type'), body)) {
    response.status(200).end()
    return
  }
  const sent = Number(request.get('x-slack-request-timestamp'))
  if (!(Math.abs(Date.now() / 1000 - sent) <= SKEW_SECONDS)) {
    response.status(401).end()
    return
  }
  Object.assign(request, { rawBody: body })
  next()
}

const isCertificateCheck = (type: string | undefined, body: Buffer): boolean =>
  type === 'application/x-www-form-urlencoded' && new URLSearchParams(body.toString()).get('ssl_check') === '1'

/** A body that is too large or breaks off. */
const unreadable: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  const { status = 500 } = error
  if (status >= 500 || response.headersSent) next(error)
  else response.status(status).end()
}
