import type { Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import type { Text } from '../../../../chat/text.ts'
import { watchWords } from '../messages/watch.ts'
import { noteCard } from './note-card.ts'

type Watched = { id: string; name: string; isHeard: boolean }

export function watchedCard(
  locale: Locale,
  { channels, mayChange }: { channels: readonly Watched[]; mayChange: boolean },
): Card {
  const words = watchWords[locale]
  if (channels.length === 0) return noteCard(locale, words.none)
  const line = ({ id, name, isHeard }: Watched): Text => [{ channel: id, name }, isHeard ? '' : words.deafTo]
  const stops = channels.map(
    ({ id, name }): Button => ({ label: words.stop(name), action: 'complaint.unwatch', value: id }),
  )
  return {
    locale,
    title: words.title,
    summary: words.summary(channels.length),
    blocks: [
      { kind: 'list', items: channels.map(line) },
      ...(channels.every(({ isHeard }) => isHeard) ? [] : [{ kind: 'text' as const, text: words.deafHow }]),
      ...(mayChange ? [{ kind: 'buttons' as const, buttons: stops }] : []),
    ],
  }
}
