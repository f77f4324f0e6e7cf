import { shortened } from '../drawing/literal.ts'
import type { AdaptiveCard } from './adaptive-card.ts'

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
  saying: (sentence: string): object => ({ task: { type: 'message', value: sentence } }),
}

/** Dialogs know no other button than one that submits, and one dialog opens no other: the same one shows what is next. */
export const forDialog = (card: AdaptiveCard): object =>
  JSON.parse(JSON.stringify(card), (_key, value) => {
    if (value?.type === 'Action.Execute' && value.fallback) return value.fallback
    if (value?.type !== 'Action.Submit') return value
    const { msteams: _, ...data } = value.data
    return { ...value, data }
  })
