import type { Heard, Inbound } from '../../platform.ts'
import { addressOf } from './address.ts'
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
  if (!user || event.bot_id || user === told.botUserId) return
  if (!isSaidToUs(event)) return overhear(told, { ...event, user })

  const text = incomingText(withoutLeadingMention(event.text, told.botUserId)).trim()
  if (text === '') return

  const where = event.type === 'app_mention' ? { channel: event.channel } : {}
  await told.desk.door.receive({ ...inboundBy(told, user), ...where, what: { kind: 'message', text } })
}

const inboundBy = ({ installation, receipt }: Told, from: string): Omit<Inbound, 'what'> => ({
  ...{ platform: 'slack', installation, receipt, from },
})

type Spoken = Event<'message'> & { user: string }

/** Nobody waits for an answer, and most of what is said in channels is for none of us. */
async function overhear(told: Told, event: Event<'app_mention' | 'message'> & { user: string }): Promise<void> {
  if (event.type !== 'message' || !isForTheRoom(event, told.botUserId)) return
  const { connection, door } = told.desk
  connection.proveHearing()
  const text = incomingText(event.text).trim()
  if (text === '') return

  const { ts, channel, user } = event
  const link = addressOf(connection.self(), { channel, ts })
  const message: Heard = { id: ts, text, author: user, ...(link && { link }) }
  await door.receive({ ...inboundBy(told, user), channel, what: { kind: 'overheard', message } })
}

/** A new message of a person in a public channel; one that mentions us comes to us as a mention. */
function isForTheRoom(event: Spoken, botUserId: string | undefined): boolean {
  const { channel_type, subtype, ts, thread_ts, app_id, text } = event
  const isNew = !event.hidden && (subtype === undefined || subtype === 'file_share')
  const isReply = thread_ts !== undefined && thread_ts !== ts
  const isToUs = text.includes(`<@${botUserId}>`) || text.includes(`<@${botUserId}|`)
  return channel_type === 'channel' && ts !== '' && isNew && !isReply && !app_id && !isToUs
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
