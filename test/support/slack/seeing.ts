import { setTimeout as pause } from 'node:timers/promises'
import type { FakeMessage, SlackState } from './state.ts'

/** What somebody can read, in channels and in their direct conversation with the bot, the oldest first. */
export const visibleTo = ({ messages, channels }: SlackState, user: string): FakeMessage[] =>
  messages.filter(
    ({ onlyFor, channel }) => (onlyFor ?? user) === user && (channels.get(channel)?.with ?? user) === user,
  )

const PATIENCE_MS = 10_000

/** What is looked for, as soon as it is there; throws when it does not come. */
export async function eventually<T>(what: string, find: () => T | null | undefined): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(10)) {
    const found = find()
    if (found != null) return found
  }
  throw new Error(`waited in vain for ${what}`)
}
