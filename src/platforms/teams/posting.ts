import { ChannelClosed, InstallationBroken, PersonUnreachable } from '../../errors.ts'
import type { TeamsPlace } from '../../generated/client.ts'
import type { OutgoingPost, Ref } from '../../platform.ts'
import { cardActivity } from './activity.ts'
import type { Conversation } from './connector.ts'
import type { Sender } from './desk.ts'
import { isAboutCard, isAlreadyGone, translated } from './errors.ts'
import { channelLink } from './links.ts'
import { readRef, writeRef } from './ref.ts'
import { withFile } from './with-file.ts'

/** Sends a post to a person, to a channel, or under another post of the channel. */
export async function sendPost(sender: Sender, post: OutgoingPost): Promise<Ref> {
  mustBeOurs(sender, post)
  return translating(sender, post, async () => {
    const place = await placeFor(sender, post)
    const conversation = await conversationAt(sender, place)
    const { conversationId } = conversation
    const under = post.thread ? readRef(post.thread) : null
    const root = under && place.kind === 'channel' ? (under.root ?? under.id) : null
    const to = root ? { ...conversation, conversationId: `${conversationId};messageid=${root}` } : conversation
    const id = await written(sender, post, (activity) => {
      sender.pace.mustFit(to)
      return sender.connector.send(to, activity)
    })
    return writeRef({ place: place.externalId, conversationId, id, ...(root && { root }) })
  })
}

/** Changes a message of ours; one that somebody has deleted stays deleted. */
export async function changePost(sender: Sender, post: OutgoingPost, ref: Ref): Promise<void> {
  mustBeOurs(sender, post)
  const { conversationId, id, root } = readRef(ref)
  await translating(sender, post, async () => {
    const { serviceUrl } = await placeFor(sender, post)
    const to = { serviceUrl, conversationId: root ? `${conversationId};messageid=${root}` : conversationId }
    try {
      await written(sender, post, async (activity) => {
        sender.pace.mustFit(to)
        await sender.connector.change(to, id, activity)
        return id
      })
    } catch (error) {
      if (!isAlreadyGone(error)) throw error
      sender.log.warn({ key: post.key }, 'message to change is gone')
    }
  })
}

/** Where Teams shows a message of a channel. */
export function permalink({ tenantId }: Pick<Sender, 'tenantId'>, ref: Ref): string {
  const { conversationId: channelId, id: messageId } = readRef(ref)
  return channelLink({ tenantId, channelId, messageId })
}

/** The conversation with a person is made when it is needed for the first time. */
export async function conversationAt(
  { connector, places, tenantId }: Sender,
  place: TeamsPlace,
): Promise<Conversation> {
  const { serviceUrl, externalId, kind } = place
  if (kind !== 'person') return { serviceUrl, conversationId: externalId }
  if (place.conversationId) return { serviceUrl, conversationId: place.conversationId }
  const conversationId = await connector.converseWith(serviceUrl, { id: externalId, tenantId })
  await places.conversing(place, conversationId)
  return { serviceUrl, conversationId }
}

function mustBeOurs({ tenantId }: Sender, { installation }: OutgoingPost): void {
  if (installation !== tenantId) throw new InstallationBroken(`Not the company of TEAMS_TENANT_ID: ${installation}`)
}

async function placeFor({ places, tenantId }: Sender, { to }: OutgoingPost): Promise<TeamsPlace> {
  const place = await places.find(tenantId, 'person' in to ? to.person : to.channel)
  if (place && place.closedAt === null) return place
  const why = place ? 'Drumbeat was taken away from there in Teams' : 'Teams has never spoken of it'
  throw 'person' in to ? new PersonUnreachable(why) : new ChannelClosed(why)
}

async function translating<T>({ pace }: Sender, { to }: OutgoingPost, work: () => Promise<T>): Promise<T> {
  try {
    return await pace.inTurn(work)
  } catch (error) {
    throw translated(error, 'person' in to ? 'person' : 'channel')
  }
}

/** A card that Teams does not take is our mistake, and no reason to keep its words from those who wait for them. */
async function written(
  { shelf, draw, log }: Sender,
  { key, card, directory, file }: OutgoingPost,
  send: (activity: object) => Promise<string>,
): Promise<string> {
  const shown = file ? await withFile(shelf, card, file) : card
  try {
    return await send(cardActivity(draw({ card: shown, directory })))
  } catch (error) {
    if (!isAboutCard(error)) throw error
    log.error({ key, err: error }, 'Teams does not take a card; sending its words alone')
    return send({ type: 'message', textFormat: 'plain', text: card.summary })
  }
}
