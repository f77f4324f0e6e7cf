import type { Block } from './card.ts'
import type { Locale } from './locale.ts'
import { bold, type Text } from './text.ts'

const more: Record<Locale, (count: number) => string> = {
  en: (count) => `… and ${count} more`,
  'zh-CN': (count) => `……另有 ${count} 项`,
}

/** The first of these under a heading, and how many are left out; nothing where there are none. */
export function firstOf(
  locale: Locale,
  { title, items, most, count = items.length }: { title: string; items: readonly Text[]; most: number; count?: number },
): Block[] {
  const shown = items.slice(0, most)
  if (shown.length === 0) return []
  return [
    { kind: 'text', style: 'heading', text: [bold(title)] },
    { kind: 'list', items: shown },
    ...(count > shown.length ? [{ kind: 'context' as const, text: more[locale](count - shown.length) }] : []),
  ]
}
