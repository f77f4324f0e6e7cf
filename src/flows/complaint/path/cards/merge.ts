import type { Card } from '../../../../chat/card.ts'
import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { classNames } from '../../messages/classes.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { formWords } from '../messages/forms.ts'
import { contextOf } from '../typed.ts'
import { noteCard } from './note.ts'

const LONGEST_WHAT = 300

export function mergeForm(locale: Locale, { id, number }: Complaint): Form {
  const words = formWords[locale]
  return {
    locale,
    id: 'complaint.merge',
    title: words.merging(writeReference(number)),
    submit: words.mergeNext,
    context: id,
    fields: [{ kind: 'text', name: 'into', label: words.into, placeholder: 'C-9' }],
  }
}

/** Both as they are, before they are one for good. */
export function mergeCard(locale: Locale, complaint: Complaint, target: Complaint): Card {
  const words = formWords[locale]
  const [from, into] = [writeReference(complaint.number), writeReference(target.number)]
  const value = contextOf(complaint.id, target.id)
  const { severity } = complaint
  const raises = severity < target.severity ? [words.mergeRaises(into, classNames[locale].severity[severity])] : []
  return noteCard(locale, words.mergeAsk(from, into), {
    tone: 'warning',
    blocks: [{ kind: 'facts', facts: [factOf(locale, complaint), factOf(locale, target)] }],
    hint: [words.mergeText(from, into), ...raises].join(locale === 'en' ? ' ' : ''),
    buttons: [{ label: words.merge, action: 'complaint.merge-for-good', value, style: 'danger' }],
  })
}

function factOf(locale: Locale, { number, state, customer, what }: Complaint): { label: string; value: string } {
  const parts = [customer.name, classNames[locale].state[state], shortened(what, LONGEST_WHAT)]
  return { label: writeReference(number), value: parts.join(' · ') }
}
