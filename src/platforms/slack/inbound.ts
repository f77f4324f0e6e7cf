import type { Heard, Inbound } from '../../platform.ts'
import { addressOf } from './address.ts'
import type { Question } from './answering.ts'
import { actionOf, opened } from './buttons.ts'
import type { Self } from './connection.ts'
import { incomingText } from './incoming-text.ts'
import { ofCommand, ofInteraction } from './installation.ts'
import { contextOf } from './modal.ts'
import type { BlockActions, Command, MessageAction, ViewSubmission } from './payloads.ts'
import { submittedValues } from './submitted.ts'

type Ack = Question['ack']

export function commandQuestion(command: Command, ack: Ack): Question {
  const flow = command.command.replace(/^\//, '').toLowerCase()
  const text = incomingText(command.text).trim()
  return {
    inbound: {
      platform: 'slack',
      installation: ofCommand(command),
      receipt: `trigger:${command.trigger_id}`,
      from: command.user_id,
      ...inChannel(command.channel_id),
      what: { kind: 'command', flow, text },
    },
    triggerId: command.trigger_id,
    responseUrl: command.response_url,
    isPrivate: false,
    again: { action: 'router.run', value: `${flow} ${text}`.trimEnd() },
    ackHoldsMessage: true,
    ack,
  }
}

/** Null for what is no button of ours. */
export function pressQuestion(body: BlockActions, ack: Ack): Question | null {
  const [pressed] = body.actions
  if (pressed?.type !== 'button') return null

  const what = { kind: 'press', action: actionOf(pressed.action_id), value: opened(pressed.value ?? '') } as const
  const inbound: Inbound = {
    platform: 'slack',
    installation: ofInteraction(body),
    receipt: `trigger:${body.trigger_id}:${pressed.action_ts}`,
    from: body.user.id,
    ...inChannel(body.channel?.id),
    what,
  }
  return {
    inbound,
    triggerId: body.trigger_id,
    ...(body.response_url && { responseUrl: body.response_url }),
    ...(body.view && { viewId: body.view.id }),
    isPrivate: body.container?.is_ephemeral === true || isDirect(body.channel?.id),
    again: { action: what.action, value: what.value },
    ackHoldsMessage: false,
    ack,
  }
}

type Receiving = { self: Self | null; ack: Ack }

export function shortcutQuestion(body: MessageAction, { self, ack }: Receiving): Question {
  const { callback_id: shortcut, trigger_id: triggerId, response_url: responseUrl, channel } = body
  return {
    inbound: {
      platform: 'slack',
      installation: ofInteraction(body),
      receipt: `trigger:${triggerId}`,
      from: body.user.id,
      ...inChannel(channel.id),
      what: { kind: 'shortcut', shortcut, message: pointedAt(body, self) },
    },
    triggerId,
    ...(responseUrl && { responseUrl }),
    isPrivate: false,
    ackHoldsMessage: false,
    ack,
  }
}

/** What programs write has a user as well, which is their own. */
function pointedAt({ channel, message }: MessageAction, self: Self | null): Heard {
  const { ts, thread_ts, text, user, bot_id, username, bot_profile } = message
  const author = bot_id || user === self?.botUserId ? undefined : user
  const authorName = username ?? bot_profile?.name
  const link = addressOf(self, { channel: channel.id, ts, thread_ts })
  return {
    id: ts,
    text: incomingText(text).trim(),
    ...(author && { author }),
    ...(authorName && { authorName }),
    ...(link && { link }),
  }
}

export function submissionInbound(body: ViewSubmission): Inbound {
  const { view, user } = body
  return {
    platform: 'slack',
    installation: ofInteraction(body),
    receipt: `view:${view.id}:${view.hash}`,
    from: user.id,
    what: {
      kind: 'submission',
      form: view.callback_id,
      context: contextOf(view.private_metadata),
      ...submittedValues(view.state.values),
    },
  }
}

const isDirect = (channel: string | undefined): boolean => channel?.startsWith('D') === true

const inChannel = (channel: string | undefined) => (channel && !isDirect(channel) ? { channel } : {})
