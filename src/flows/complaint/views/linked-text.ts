import type { Span, Text } from '../../../chat/text.ts'

/** What somebody wrote, its web addresses as links. */
export function linkedText(text: string): Text {
  const spans = text.split(ADDRESS).map((part): Span => (isAddress(part) ? { link: part, href: part } : part))
  return spans.filter((span) => span !== '')
}

const ADDRESS = /(https?:\/\/[^\s<>"“”「」（），。；]+[^\s<>"“”「」（），。；.,;:!?)\]])/giu
const isAddress = (part: string): boolean => /^https?:\/\/\S+$/iu.test(part)
