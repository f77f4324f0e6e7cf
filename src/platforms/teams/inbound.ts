import type { Asked, CommandEntry, Heard, Inbound } from '../../platform.ts'
import { incomingText, mentionsBot } from './incoming-text.ts'
import { messageLink } from './links.ts'
import { type Activity, roomOf, tenantOf } from './payloads.ts'

/** Whatever somebody did, with who and where; `receipt` tells it from everything else. */
export function inboundOf(activity: Activity, { receipt, what }: { receipt: string; what: Asked }): Inbound {
  const channel = roomOf(activity)
  return {
    platform: 'teams',
    installation: tenantOf(activity) ?? '',
    receipt,
    from: activity.from.id,
    ...(channel && { channel }),
    what,
  }
}

/** A message: a command, something said to the bot, or what was said to nobody in particular; null for what others answer to it. */
export function messageInbound(activity: Activity, commands: readonly CommandEntry[]): Inbound | null {
  const text = incomingText(activity)
  const receipt = receiptOf(activity)
  if (roomOf(activity) !== null && !mentionsBot(activity)) {
    if (isReply(activity)) return null
    return inboundOf(activity, { receipt, what: { kind: 'overheard', message: heard(activity, text) } })
  }
  return inboundOf(activity, { receipt, what: commandIn(text, commands) ?? { kind: 'message', text } })
}

/** The first message of a thread has the thread's own id, which is a number; Microsoft's playground gives it another one. */
const isReply = ({ id, conversation }: Activity): boolean => {
  const [, root] = /;messageid=(\d+)$/.exec(conversation.id) ?? []
  return root !== undefined && /^\d+$/.test(id ?? '') && root !== id
}

export const receiptOf = ({ conversation, id, type, name }: Activity): string =>
  `${name ?? type}:${conversation.id}:${id ?? ''}`

/** `/okr update KR-1 5`, and the same without the slash where both words are known: people also write sentences. */
function commandIn(text: string, commands: readonly CommandEntry[]): Asked | null {
  const [, slash = '', word = '', rest = ''] = /^(\/?)(\p{L}[\p{L}-]*)(?=\s|$)\s*([\s\S]*)$/u.exec(text) ?? []
  const flow = word.toLowerCase()
  const [first = ''] = rest.split(/\s/, 1)
  const isKnown = commands.some(
    ({ flow: known, command, aliases = [] }) => known === flow && [command, ...aliases].includes(first.toLowerCase()),
  )
  if (slash === '' && !isKnown) return null
  return flow === '' ? null : { kind: 'command', flow, text: rest }
}

function heard(activity: Activity, text: string): Heard {
  const link = messageLink(activity)
  const { id, from } = activity
  return { id: id ?? '', text, author: from.id, ...(from.name && { authorName: from.name }), ...(link && { link }) }
}
