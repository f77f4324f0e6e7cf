import type { Block, Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold, type Text } from '../../../chat/text.ts'
import { runWords } from '../messages/run.ts'
import { settingsWords } from '../messages/settings.ts'
import type { Brief } from '../store/standups.ts'
import { stateOf, whenOf } from './standup-card.ts'

const MOST_BUTTONS = 20

/** All stand-ups with when they meet. */
export function listCard(locale: Locale, standups: readonly Brief[]): Card {
  const words = settingsWords[locale]
  const fresh: Button = { label: words.new, action: 'standup.new' }
  const items = standups.map((standup) => line(standup, locale))
  const list: Block = items.length > 0 ? { kind: 'list', items } : { kind: 'text', text: words.listEmpty }
  return {
    locale,
    title: words.listTitle,
    summary: words.listSummary(standups.length),
    blocks: [list, { kind: 'buttons', buttons: [...eachAs('standup.show', standups), fresh] }],
  }
}

/** A stand-up, or something about it, by the stand-up's name. */
export type Choice = { id: string; name: string }

/** Which of these is meant? */
export function whichCard(locale: Locale, choices: readonly Choice[], action: string): Card {
  const words = settingsWords[locale]
  return {
    locale,
    summary: words.whichOne,
    blocks: [
      { kind: 'text', text: words.whichOne },
      { kind: 'buttons', buttons: eachAs(action, choices) },
    ],
  }
}

const eachAs = (action: string, choices: readonly Choice[]): Button[] =>
  choices.slice(0, MOST_BUTTONS).map(({ id, name }) => ({ label: name, action, value: id }))

function line(standup: Brief, locale: Locale): Text {
  const words = settingsWords[locale]
  const marks = [
    ...(standup.state === 'paused' ? [stateOf(standup, locale)] : []),
    ...(standup.takesPart ? [words.mine] : []),
  ]
  return [bold(standup.name), ` – ${[whenOf(standup, locale), ...marks].join(runWords[locale].beside)}`]
}
