import type { Locale } from '../../chat/locale.ts'
import { shortened } from '../drawing/literal.ts'
import type { AdaptiveCard } from './adaptive-card.ts'
import { words } from './words.ts'

const LONGEST_TITLE = 64
const CARD = 'application/vnd.microsoft.card.adaptive'

/** What a message extension or a dialog of ours shows next. */
export const dialog = {
  showing: (title: string, content: object): object => ({
    task: {
      type: 'continue',
      value: {
        title: shortened(title, LONGEST_TITLE),
        height: 'medium',
        width: 'medium',
        card: { contentType: CARD, content },
      },
    },
  }),
  unknownShortcut: (locale: Locale): object => ({ task: { type: 'message', value: words[locale].unknownShortcut } }),
}

/** Dialogs know no other button than one that submits. */
export const forDialog = (card: AdaptiveCard): object =>
  JSON.parse(JSON.stringify(card), (_key, value) =>
    value?.type === 'Action.Execute' && value.fallback ? value.fallback : value,
  )
