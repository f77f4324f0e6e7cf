/**
 * Text as people read it. A bare string is literal: every platform escapes it, so what somebody wrote can
 * neither ping a channel nor become markup. Emphasis, mentions and links are spans of their own.
 */
export type Text = string | readonly Span[]

export type Span =
  | string
  | { bold: string }
  | { italic: string }
  | { code: string }
  /** A mention; `person` is a member's id and `name` is what is shown where the platform cannot mention. */
  | { person: string; name: string }
  /** A mention of a channel by our channel id. */
  | { channel: string; name: string }
  | { link: string; href: string }
  /** A link to another post of ours, by its outbox key; plain words until that post has been delivered. */
  | { link: string; post: string }

export const bold = (words: string): Span => ({ bold: words })
export const italic = (words: string): Span => ({ italic: words })
export const code = (words: string): Span => ({ code: words })
export const mention = (member: { id: string; name: string }): Span => ({ person: member.id, name: member.name })

export const spansOf = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text)

/** The words alone, for notifications and for platforms that show nothing else. */
export function plain(text: Text): string {
  return spansOf(text).map(plainSpan).join('')
}

function plainSpan(span: Span): string {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  if ('italic' in span) return span.italic
  if ('code' in span) return span.code
  if ('person' in span) return `@${span.name}`
  if ('channel' in span) return `#${span.name}`
  return span.link
}
