import type { Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { ratingWords } from '../messages/rating.ts'

type Invitation = {
  id: string
  reference: string
  /** What is to be sent, in the customer's language, with the link in it. */
  letter: string
  until: string
  /** Null where it is closed already. */
  closesOn: string | null
}

/** What the owner sends to the customer, and what becomes of it. */
export function invitationCard(locale: Locale, { id, reference, letter, until, closesOn }: Invitation): Card {
  const words = ratingWords[locale]
  return {
    locale,
    title: words.inviteTitle(reference),
    summary: words.inviteTitle(reference),
    blocks: [
      { kind: 'text', text: words.invite },
      { kind: 'text', text: letter, style: 'quote' },
      { kind: 'context', text: words.linkLasts(until) },
      ...(closesOn ? [{ kind: 'context' as const, text: words.closesOn(closesOn) }] : []),
      { kind: 'buttons', buttons: [{ label: words.record, action: 'complaint.rate', value: id }] },
    ],
  }
}
