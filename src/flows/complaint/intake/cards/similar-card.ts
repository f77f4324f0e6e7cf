import { toInstant } from '../../../../calendar/instant.ts'
import { sayDate } from '../../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { bold } from '../../../../chat/text.ts'
import { classNames } from '../../messages/classes.ts'
import { writeReference } from '../../rules/reference.ts'
import { mayJoin } from '../../rules/similar.ts'
import type { Complaint } from '../../store/complaints.ts'
import { withoutContact } from '../../views/masked.ts'
import { similarWords } from '../messages/similar.ts'
import type { Pending } from '../typed.ts'
import { shortened } from './shortened.ts'

type Shown = { pending: Pending; similar: readonly Complaint[]; names: ReadonlyMap<string, string>; zone: string }

/** What may be the same, before anything is filed. */
export function similarCard(locale: Locale, shown: Shown): Card {
  const words = similarWords[locale]
  const { pending, similar } = shown
  const asNew: Button = { label: words.asNew, action: 'complaint.file-as-new', value: pending.id, style: 'primary' }
  const isBarred = similar.some((one) => !mayJoin(pending.typed, one))
  return {
    locale,
    tone: 'warning',
    title: words.title(similar.length),
    summary: words.title(similar.length),
    blocks: [
      { kind: 'text', text: words.nothingYet },
      ...similar.flatMap((one) => blocksOf(locale, one, shown)),
      { kind: 'divider' },
      ...(isBarred ? [{ kind: 'context' as const, text: words.barred }] : []),
      { kind: 'buttons', buttons: [asNew] },
    ],
  }
}

function blocksOf(locale: Locale, complaint: Complaint, { pending, names, zone }: Shown): Block[] {
  const words = similarWords[locale]
  const reference = writeReference(complaint.number)
  const { state, severity, customer, product, receivedAt, what } = complaint
  const line = [
    customer.name,
    ...(product ? [product] : []),
    classNames[locale].severity[severity],
    classNames[locale].state[state],
    names.get(complaint.ownerId) ?? words.somebody,
    sayDate(toInstant(receivedAt).toZonedDateTimeISO(zone).toPlainDate(), locale),
  ]
  const add: Button = {
    label: words.add(reference),
    action: 'complaint.add-to-this',
    value: `${complaint.id} ${pending.id}`,
  }
  return [
    { kind: 'text', text: [bold(reference), ` · ${line.join(' · ')}`] },
    { kind: 'text', text: shortened(withoutContact(what, customer.contact), 200), style: 'quote' },
    ...(mayJoin(pending.typed, complaint) ? [{ kind: 'buttons' as const, buttons: [add] }] : []),
  ]
}
