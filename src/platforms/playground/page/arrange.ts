import type { MessageSeen } from '../wire.ts'
import { isSameDay, type Reader } from './time.ts'

export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'message'; key: string; message: MessageSeen; replies: readonly MessageSeen[]; follows: boolean }
  /** In its thread further up there is something new. */
  | { kind: 'echo'; key: string; reply: MessageSeen; parent: MessageSeen }

const ONE_BREATH_MS = 5 * 60_000

/** The messages of a place as they are read: by day, replies beneath their parent, and a pointer where one came later. */
export function arrange(messages: readonly MessageSeen[], reader: Reader): Row[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const parentOf = (message: MessageSeen) => (message.thread ? byId.get(message.thread) : undefined)
  const rows: Row[] = []
  let last: MessageSeen | null = null
  let newestRoot: MessageSeen | null = null
  for (const message of messages) {
    if (message.aside) continue
    const at = Date.parse(message.at)
    const parent = parentOf(message)
    if (parent && parent === newestRoot) continue
    if (!last || !isSameDay(Date.parse(last.at), at, reader)) rows.push({ kind: 'day', key: `day-${message.id}`, at })
    if (parent) rows.push({ kind: 'echo', key: `echo-${message.id}`, reply: message, parent })
    else {
      const replies = messages.filter((other) => other.thread === message.id)
      const follows = rows.at(-1)?.kind === 'message' && last !== null && isOneBreath(last, message)
      rows.push({ kind: 'message', key: message.id, message, replies, follows })
      newestRoot = message
    }
    last = message
  }
  return rows
}

/** The asides among replies that can wait: all but the newest. */
export function foldedAway(replies: readonly MessageSeen[]): readonly MessageSeen[] {
  return replies.filter(({ aside }) => aside).slice(0, -1)
}

/** The same person goes on: the name need not stand there again. */
function isOneBreath(before: MessageSeen, after: MessageSeen): boolean {
  const isChat = before.from !== null && before.from === after.from
  return isChat && Date.parse(after.at) - Date.parse(before.at) < ONE_BREATH_MS
}
