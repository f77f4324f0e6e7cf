import { setTimeout as sleep } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import type { Card } from '../../src/chat/card.ts'
import type { Attachment, ChatPlatform, OutgoingPost, Profile } from '../../src/platform.ts'

export type Message = {
  key: string
  /** `#channel` or `@person`, by their ids on the platform. */
  place: string
  card: Card
  revisions: number
  thread?: string
  /** Only under that message. */
  aside?: true
  file?: Attachment
  at: Temporal.Instant
}

export type RememberingChat = ChatPlatform & {
  messages: Message[]
  people: Map<string, Profile>
  channels: Map<string, { name: string; open: boolean }>
  /** Thrown at whoever posts or updates at this place (`#channel` or `@person`) while it is there. */
  broken: Map<string, Error>
  /** How long it takes to post a key, in milliseconds. */
  slow: Map<string, number>
}

/** A chat platform that remembers what was said, as its people see it. */
export function rememberingChat(now: () => Temporal.Instant): RememberingChat {
  const messages: Message[] = []
  const people = new Map<string, Profile>()
  const channels = new Map<string, { name: string; open: boolean }>()
  const broken = new Map<string, Error>()
  const slow = new Map<string, number>()
  const enter = (post: OutgoingPost) => {
    const place = 'channel' in post.to ? `#${post.to.channel}` : `@${post.to.person}`
    const trouble = broken.get(place)
    if (trouble) throw trouble
    return place
  }
  return {
    name: 'playground',
    messages,
    people,
    channels,
    broken,
    slow,
    trouble: async () => null,
    listen: async () => {},
    async post(post) {
      const place = enter(post)
      const { key, card, thread, aside, file } = post
      await sleep(slow.get(key) ?? 0)
      messages.push({
        key,
        place,
        card,
        revisions: 1,
        at: now(),
        ...(thread ? { thread } : {}),
        ...(aside ? { aside } : {}),
        ...(file ? { file } : {}),
      })
      return key
    },
    async update(post, ref) {
      enter(post)
      const message = messages.findLast((one) => one.key === ref)
      if (!message) throw new Error(`Nothing was posted as ${ref}`)
      message.card = post.card
      message.revisions++
    },
    linkTo: (ref) => `https://chat.example/${ref}`,
    profileOf: async (_, externalId) => people.get(externalId) ?? null,
    channelOf: async (_, externalId) => {
      const channel = channels.get(externalId)
      return channel ? { externalId, ...channel } : null
    },
    close: async () => {},
  }
}

/** What stands in a file of words. */
export function textOf(file: Attachment | undefined): string {
  if (!file || !('text' in file)) throw new Error('There is no file of words')
  return file.text
}
