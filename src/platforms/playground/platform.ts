import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import type { Locale } from '../../chat/locale.ts'
import type { Database } from '../../database/types.ts'
import { ChannelClosed, PersonUnreachable } from '../../errors.ts'
import type { Upcoming } from '../../flow.ts'
import type { ChatPlatform, OutgoingPost } from '../../platform.ts'
import { channelProfileOf, INSTALLATION, personaById, profileOf } from './company.ts'
import { drawCard } from './draw.ts'
import { createEvents } from './events.ts'
import { linkTo } from './link.ts'
import { mountPlayground } from './listen.ts'
import { asideKey, changeMessage, keepMessage } from './store.ts'

export type PlaygroundOptions = {
  db: Database
  clock: { now(): Temporal.Instant }
  /** What is coming for anybody, the earliest first. */
  agenda: (locale: Locale) => Promise<readonly Upcoming[]>
  log: Logger
}

/** A chat product of our own, for trying things out: one made-up company in the browser, kept in the database. */
export function createPlayground(options: PlaygroundOptions): ChatPlatform {
  const { db, clock, log } = options
  const events = createEvents(db, log)

  return {
    name: 'playground',
    async listen(web, door) {
      mountPlayground(web, { ...options, door, events })
      await door.notice({ platform: 'playground', installation: INSTALLATION, kind: 'hearing', hears: true })
    },
    async post({ key: name, to, card, directory, thread, aside, file }) {
      const key = `post:${name}`
      const where = { key: aside && thread ? asideKey(key) : key, place: placeOf(to) }
      const said = { ...where, card: drawCard(card, directory), at: clock.now() }
      return keepMessage(db, { ...said, ...(thread && { thread }), ...(file && { file }) })
    },
    async update({ card, directory, file }, ref) {
      await changeMessage(db, ref, { card: drawCard(card, directory), at: clock.now(), file })
    },
    linkTo,
    profileOf: async (_installation, id) => profileOf(id),
    channelOf: async (_installation, id) => channelProfileOf(id),
    trouble: async () => null,
    close: async () => events.close(),
  }
}

function placeOf(to: OutgoingPost['to']): string {
  if ('person' in to) {
    if (!personaById(to.person)) throw new PersonUnreachable('Nobody of that id is in the playground.')
    return `direct:${to.person}`
  }
  if (!channelProfileOf(to.channel)) throw new ChannelClosed('The playground has no channel of that id.')
  return `channel:${to.channel}`
}
