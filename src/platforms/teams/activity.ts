import type { AdaptiveCard } from './adaptive-card.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'

/** A message that holds a card; `summary` is what a notification says. */
export const cardActivity = ({ content, summary }: { content: AdaptiveCard; summary: string }): object => ({
  type: 'message',
  summary,
  attachments: [{ contentType: CARD, content }],
})

/** The answer to a press or a submission: this card in the place of the one that was pressed, for whoever did. */
export const cardInvoke = (content: object): object => ({ statusCode: 200, type: CARD, value: content })

/** The same with nothing to change. */
export const quietInvoke: object = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' }
