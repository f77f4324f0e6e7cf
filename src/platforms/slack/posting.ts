import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import { z } from 'zod'
import { InstallationBroken, PersonUnreachable } from '../../errors.ts'
import type { OutgoingPost, Ref } from '../../platform.ts'
import { addressOf } from './address.ts'
import { type DrawnMessage, drawMessage, wordsOf } from './blocks.ts'
import type { DirectConversations } from './channels.ts'
import type { Connection } from './connection.ts'
import { codeOf, isAlreadyGone, isRefusedContent, type Meant, translated } from './errors.ts'
import type { Profiles } from './profiles.ts'
import { share, upload } from './upload.ts'

export type Sender = {
  api: WebClient
  profiles: Profiles
  direct: DirectConversations
  connection: Connection
  log: Logger
}

const Place = z.object({ channel: z.string(), ts: z.string() })
type Place = z.infer<typeof Place>

/** Sends a post. A file's bytes go first, so that only sharing it can still fail once the message stands. */
export async function sendPost(sender: Sender, post: OutgoingPost): Promise<Ref> {
  refuseForeign(sender, post)
  return translating(sender, meantBy(post), async () => {
    const channel = await channelOf(sender, post)
    const file = post.file && (await upload(sender.api, post.file))
    const thread = post.thread && placeOf(post.thread).ts
    const under = thread ? { thread_ts: thread, ...(!post.aside && { reply_broadcast: true }) } : {}
    const ts = await written(sender, post, (content) =>
      sender.api.chat.postMessage({ channel, ...under, ...content, unfurl_links: false, unfurl_media: false }),
    )
    if (file) await share(sender.api, file, { channel, thread })
    return JSON.stringify({ channel, ts } satisfies Place)
  })
}

/** Changes a message of ours; one that somebody has deleted stays deleted. */
export async function changePost(sender: Sender, post: OutgoingPost, ref: Ref): Promise<void> {
  const { channel, ts } = placeOf(ref)
  refuseForeign(sender, post)
  await translating(sender, meantBy(post), async () => {
    try {
      await written(sender, post, (content) => sender.api.chat.update({ channel, ts, ...content }))
    } catch (error) {
      if (!isAlreadyGone(error)) throw error
      sender.log.warn({ key: post.key }, 'message to change is gone')
    }
  })
}

/** Where the workspace shows a message, once Slack has told us the workspace's address. */
export const permalink = ({ connection }: Pick<Sender, 'connection'>, ref: Ref): string | null =>
  addressOf(connection.self(), placeOf(ref))

const placeOf = (ref: Ref): Place => Place.parse(JSON.parse(ref))
const meantBy = ({ to }: OutgoingPost): Meant => ('person' in to ? 'person' : 'channel')

async function translating<T>({ connection }: Sender, meant: Meant, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const meaning = translated(error, meant)
    if (meaning instanceof InstallationBroken) connection.broken(`Slack refuses our messages: ${meaning.message}.`)
    throw meaning
  }
}

/** Our token speaks for one installation alone. */
function refuseForeign({ connection }: Sender, { installation }: OutgoingPost): void {
  const self = connection.self()
  if (self && self.installation !== installation)
    throw new InstallationBroken(`No token for the Slack workspace ${installation}`)
}

/** Slack says `ok` to a message that nobody will ever read, so whoever has left is asked for first. */
async function channelOf({ profiles, direct }: Sender, { to, installation, urgent }: OutgoingPost): Promise<string> {
  if ('channel' in to) return to.channel
  if (!(await profiles.isActive(installation, to.person, urgent ? 'now' : 'lately')))
    throw new PersonUnreachable('deactivated or unknown in Slack')
  return direct.with(to.person)
}

type Written = { ts?: string }

/** A card that Slack refuses is our mistake, and no reason to keep its words from those who wait for them. */
async function written(
  { log }: Sender,
  { key, card, directory }: OutgoingPost,
  send: (content: DrawnMessage) => Promise<Written>,
): Promise<string> {
  try {
    const { ts = '' } = await send(drawMessage({ card, directory }))
    return ts
  } catch (error) {
    if (!isRefusedContent(error)) throw error
    log.error({ key, code: codeOf(error) }, 'Slack refuses a card; sending its words alone')
    const { ts = '' } = await send({ text: wordsOf(card), blocks: [] })
    return ts
  }
}
