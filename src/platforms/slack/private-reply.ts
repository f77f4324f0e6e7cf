import type { Inbound } from '../../platform.ts'
import type { Drawing } from './atoms.ts'
import { type DrawnMessage, drawMessage } from './blocks.ts'
import { loggable } from './errors.ts'
import type { Desk } from './outcome.ts'
import { isSlackAddress } from './web-api.ts'

/** Where somebody waits for an answer that only they may read. */
export type Asker = {
  inbound: Inbound
  /** Takes an answer for half an hour, five times. */
  responseUrl?: string
  /** Answers Slack, once: false when that has been done before. Only a command's can hold a message. */
  ack(message?: object): Promise<boolean>
  ackHoldsMessage: boolean
}

const RESPOND_TIMEOUT_MS = 10_000

/** Says something to the asker alone, by the best way that is open. That none was is logged: there is nobody left to tell. */
export async function replyPrivately(desk: Desk, asker: Asker, drawing: Drawing): Promise<void> {
  const message = { response_type: 'ephemeral', replace_original: false, ...drawMessage(drawing) }
  if (asker.ackHoldsMessage && (await asker.ack(message))) return

  await asker.ack()
  for (const way of waysTo(desk, asker, message)) {
    try {
      await way()
      return
    } catch (error) {
      desk.log.warn({ ...loggable(error), receipt: asker.inbound.receipt }, 'one way to reply is closed')
    }
  }
  desk.log.error({ receipt: asker.inbound.receipt }, 'reply reached nobody')
}

/** Puts the card in the place of the message whose button was pressed. */
export async function replaceOriginal(desk: Desk, asker: Asker, drawing: Drawing): Promise<void> {
  await asker.ack()
  try {
    await respond(desk, asker, { replace_original: true, ...drawMessage(drawing) })
  } catch (error) {
    desk.log.warn({ ...loggable(error), receipt: asker.inbound.receipt }, 'message could not be replaced')
    await replyPrivately(desk, asker, drawing)
  }
}

function waysTo(desk: Desk, asker: Asker, message: DrawnMessage): (() => Promise<unknown>)[] {
  const { channel, from } = asker.inbound
  const { text, blocks } = message
  const ways: (() => Promise<unknown>)[] = []
  if (asker.responseUrl) ways.push(() => respond(desk, asker, message))
  if (channel) ways.push(() => desk.api.chat.postEphemeral({ channel, user: from, text, blocks }))
  ways.push(async () => desk.api.chat.postMessage({ channel: await desk.direct.with(from), text, blocks }))
  return ways
}

async function respond({ api }: Desk, { responseUrl = '' }: Asker, message: object): Promise<void> {
  if (!isSlackAddress(responseUrl, api.slackApiUrl)) throw new Error('The address to respond to is not of Slack')
  const answered = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(RESPOND_TIMEOUT_MS),
  })
  if (!answered.ok) throw new Error(`Slack's response address answered ${answered.status}`)
}
