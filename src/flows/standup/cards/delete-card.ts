import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { runWords } from '../messages/run.ts'
import { settingsWords } from '../messages/settings.ts'
import type { Standup } from '../store/standups.ts'

/** Asks before it is too late. */
export function deleteCard(locale: Locale, { id, name }: Standup, { isOn }: { isOn: boolean }): Card {
  const words = settingsWords[locale]
  const text = isOn ? words.deleteOpen + runWords[locale].between + words.deleteText : words.deleteText
  return {
    locale,
    tone: 'warning',
    title: words.deleteAsk(name),
    summary: words.deleteAsk(name),
    blocks: [
      { kind: 'text', text },
      {
        kind: 'buttons',
        buttons: [
          {
            label: words.delete,
            action: 'standup.delete-for-good',
            value: id,
            style: 'danger',
          },
        ],
      },
    ],
  }
}
