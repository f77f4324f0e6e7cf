import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { pausingWords } from '../messages/pausing.ts'

export const LONGEST_REASON = 1_000

export function pauseForm(locale: Locale, { id, number }: Pick<Complaint, 'id' | 'number'>): Form {
  const words = pausingWords[locale]
  const field = { name: 'reason', label: words.reason, hint: words.reasonHint, maxLength: LONGEST_REASON }
  return {
    locale,
    id: 'complaint.pause',
    title: words.formTitle,
    submit: words.submit,
    context: id,
    intro: words.intro(writeReference(number)),
    fields: [{ kind: 'text', lines: 'many', ...field }],
  }
}
