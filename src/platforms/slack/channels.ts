import type { WebClient } from '@slack/web-api'
import { PersonUnreachable } from '../../errors.ts'
import type { ChannelProfile } from '../../platform.ts'
import { remembering } from './cache.ts'
import { codeOf, translated } from './errors.ts'

export type DirectConversations = { with(personId: string): Promise<string> }

/** Finds the conversation between the bot and a person, opening it where there was none. */
export function directConversations(api: WebClient): DirectConversations {
  const known = remembering<string>()
  return {
    with: async (personId) => {
      const found = known.get(personId) ?? (await open(api, personId))
      known.keep(personId, found)
      return found
    },
  }
}

/** Whether the bot can post there: a public channel that it has not been invited to is closed as well. */
export async function readChannel(api: WebClient, id: string): Promise<ChannelProfile | null> {
  try {
    const { channel } = await api.conversations.info({ channel: id })
    const isOpen = channel?.is_archived !== true && channel?.is_member !== false
    return { externalId: id, name: channel?.name ?? id, open: isOpen }
  } catch (error) {
    if (codeOf(error) === 'channel_not_found') return null
    throw translated(error, 'channel')
  }
}

async function open(api: WebClient, personId: string): Promise<string> {
  try {
    const { channel } = await api.conversations.open({ users: personId })
    if (channel?.id) return channel.id
  } catch (error) {
    throw translated(error, 'person')
  }
  throw new PersonUnreachable('Slack opened no conversation')
}
