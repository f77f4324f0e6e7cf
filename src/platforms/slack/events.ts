import type { Inbound } from '../../platform.ts'
import { incomingText, withoutLeadingMention } from './incoming-text.ts'
import { ofEvent } from './installation.ts'
import type { Desk } from './outcome.ts'
import { type EventCallback, SlackEvent, User } from './payloads.ts'

type Event<T extends SlackEvent['type']> = Extract<SlackEvent, { type: T }>
type Told = { desk: Desk; installation: string; receipt: string; botUserId: string | undefined }

/** Handles what happened in Slack. Rejects when that failed, so that Slack tells us again. */
export async function takeEvent(desk: Desk, callback: EventCallback): Promise<void> {
  const { data: event, success } = SlackEvent.safeParse(callback.event)
  if (!success) {
    desk.log.debug({ type: callback.event.type }, 'event means nothing here')
    return
  }
  const botUserId = callback.authorizations?.[0]?.user_id ?? desk.connection.self()?.botUserId
  await take({ desk, installation: ofEvent(callback), receipt: `event:${callback.event_id}`, botUserId }, event)
}

async function take(told: Told, event: SlackEvent): Promise<void> {
  const { desk, installation, botUserId } = told
  const from = { platform: 'slack', installation } as const
  switch (event.type) {
    case 'app_mention':
    case 'message':
      return hear(told, event)
    case 'user_change':
    case 'team_join':
      return learn(told, event)
    case 'member_left_channel':
      if (event.user !== botUserId) return
      return desk.door.notice({ ...from, kind: 'channel-closed', channel: event.channel })
    case 'channel_archive':
    case 'channel_deleted':
    case 'group_archive':
    case 'group_deleted':
      return desk.door.notice({ ...from, kind: 'channel-closed', channel: event.channel })
    case 'channel_rename':
    case 'group_rename':
      return desk.door.notice({ ...from, kind: 'channel-renamed', channel: event.channel.id, name: event.channel.name })
    case 'app_uninstalled':
      return leave(told, 'The app was removed from Slack.')
    case 'tokens_revoked':
      if (!event.tokens.bot?.length) return
      return leave(told, 'The token was revoked in Slack.')
  }
}

/** What the router wants to say about it goes through the outbox: there is nobody to answer here. */
async function hear(told: Told, event: Event<'app_mention' | 'message'>): Promise<void> {
  const { user } = event
  if (!user || event.bot_id || user === told.botUserId || !isSaidToUs(event)) return

  const text = incomingText(withoutLeadingMention(event.text, told.botUserId)).trim()
  if (text === '') return

  const inbound: Inbound = {
    platform: 'slack',
    installation: told.installation,
    receipt: told.receipt,
    from: user,
    ...(event.type === 'app_mention' && { channel: event.channel }),
    what: { kind: 'message', text },
  }
  await told.desk.door.receive(inbound)
}

// Edits, deletions, joins and whatever else Slack calls a message have a subtype.
const SAID_BY_PEOPLE = [undefined, 'thread_broadcast', 'file_share']

const isSaidToUs = (event: Event<'app_mention' | 'message'>): boolean =>
  event.type === 'app_mention' ||
  (event.channel_type === 'im' && !event.hidden && SAID_BY_PEOPLE.includes(event.subtype))

async function learn({ desk, installation }: Told, event: Event<'user_change' | 'team_join'>): Promise<void> {
  const profile = await desk.profiles.learn(installation, User.parse(event.user))
  if (profile) await desk.door.notice({ platform: 'slack', installation, kind: 'person-changed', profile })
}

async function leave({ desk, installation }: Told, why: string): Promise<void> {
  desk.connection.broken(why)
  await desk.door.notice({ platform: 'slack', installation, kind: 'uninstalled', why })
}
