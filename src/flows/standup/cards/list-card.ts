import type { Block, Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold, type Text } from '../../../chat/text.ts'
import { settingsWords } from '../messages/settings.ts'
import type { Standup } from '../store/standups.ts'
import { stateOf, whenOf } from './standup-card.ts'

const MOST_BUTTONS = 20

/** All stand-ups with when they meet; `mine` are the ids of those in which the reader takes part. */
export function listCard(locale: Locale, standups: readonly Standup[], mine: ReadonlySet<string>): Card {
  const words = settingsWords[locale]
  const fresh: Button = { label: words.new, action: 'standup.new' }
  const items = standups.map((standup) => line(standup, { locale, isMine: mine.has(standup.id) }))
  const list: Block = items.length > 0 ? { kind: 'list', items } : { kind: 'text', text: words.listEmpty }
  return {
    locale,
    title: words.listTitle,
    summary: words.listSummary(standups.length),
    blocks: [list, { kind: 'buttons', buttons: [...eachAs('standup.show', standups), fresh] }],
  }
}

/** Which of these is meant? */
export function whichCard(locale: Locale, standups: readonly Standup[], action: string): Card {
  const words = settingsWords[locale]
  return {
    locale,
    summary: words.whichOne,
    blocks: [
      { kind: 'text', text: words.whichOne },
      { kind: 'buttons', buttons: eachAs(action, standups) },
    ],
  }
}

const eachAs = (action: string, standups: readonly Pick<Standup, 'id' | 'name'>[]): Button[] =>
  standups.slice(0, MOST_BUTTONS).map(({ id, name }) => ({ label: name, action, value: id }))

function line(standup: Standup, { locale, isMine }: { locale: Locale; isMine: boolean }): Text {
  const words = settingsWords[locale]
  const marks = [
    ...(standup.state === 'paused' ? [stateOf(standup, locale)] : []),
    ...(isMine ? [words.mine] : []),
  ]
  return [bold(standup.name), ` – ${[whenOf(standup, locale), ...marks].join(' · ')}`]
}
