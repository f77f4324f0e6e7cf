import type { Json } from './element-limits.ts'
import { channelId } from './filling.ts'
import { interaction, type Outlet, responseUrl } from './interaction.ts'
import { messageOf } from './methods.ts'
import { type Answered, sendPayload } from './sending.ts'
import type { FakeMessage } from './state.ts'

type Saying = { channel: string; text: string; more?: Json }

/** Writes in a channel; Slack tells the bot only when it may hear. */
export async function say(
  { state, event }: Outlet,
  user: string,
  { channel: name, text, more }: Saying,
): Promise<Answered> {
  const channel = channelId(state, name)
  const message = { ...messageOf({ channel, text }), user }
  state.messages.push(message)
  if (!state.scopes.includes('channels:history')) return { status: 0, body: '', tookMs: 0 }
  return event({ type: 'message', channel_type: 'channel', user, text, channel, ts: message.ts, ...more })
}

type Using = { callbackId: string; message: FakeMessage }

export function useShortcut({ state, wire, origin }: Outlet, user: string, { callbackId, message }: Using) {
  const { channel, ts, text, thread, user: author = state.botUserId } = message
  return sendPayload(wire, {
    ...interaction(state, user),
    type: 'message_action',
    action_ts: `${Date.now() / 1000}`,
    callback_id: callbackId,
    message_ts: ts,
    channel: { id: channel, name: state.channels.get(channel)?.name ?? 'directmessage' },
    message: {
      ...{ type: 'message', user: author, ts, text, ...(thread && { thread_ts: thread }) },
      ...(message.user === undefined && { bot_id: 'BBOT', bot_profile: { name: 'Drumbeat' } }),
    },
    response_url: responseUrl(state, origin, { user, channel, message }),
  })
}
