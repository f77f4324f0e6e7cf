import { createHmac } from 'node:crypto'

export type Answered = { status: number; body: string; tookMs: number }

/** Where requests go and how they are signed. */
export type Wire = { url(): string; signingSecret: string }

export type Unusual = { headers?: Record<string, string>; at?: number; secret?: string; contentType?: string }

/** Sends a body as Slack does, signed now unless told otherwise. */
export async function sendSigned({ url, signingSecret }: Wire, body: string, unusual: Unusual = {}): Promise<Answered> {
  const timestamp = String(Math.floor((unusual.at ?? Date.now()) / 1000))
  const hmac = createHmac('sha256', unusual.secret ?? signingSecret).update(`v0:${timestamp}:${body}`)
  const headers = {
    'content-type': unusual.contentType ?? 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${hmac.digest('hex')}`,
    ...unusual.headers,
  }
  const started = performance.now()
  const response = await fetch(`${url()}/slack/events`, { method: 'POST', headers, body })
  return { status: response.status, body: await response.text(), tookMs: performance.now() - started }
}

export const sendForm = (wire: Wire, fields: Record<string, string>, unusual: Unusual = {}): Promise<Answered> =>
  sendSigned(wire, new URLSearchParams(fields).toString(), {
    contentType: 'application/x-www-form-urlencoded',
    ...unusual,
  })

export const sendPayload = (wire: Wire, payload: object, unusual: Unusual = {}): Promise<Answered> =>
  sendForm(wire, { payload: JSON.stringify(payload) }, unusual)

export const sendJson = (wire: Wire, body: object, unusual: Unusual = {}): Promise<Answered> =>
  sendSigned(wire, JSON.stringify(body), unusual)
