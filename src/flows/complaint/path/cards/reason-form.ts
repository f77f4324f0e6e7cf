import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { formWords } from '../messages/forms.ts'
import { contextOf, preset } from '../typed.ts'

type Asked = { typed: string; shown?: string }

/** A deed that is done only with a reason; submitting it is the confirmation. */
export function reasonForm(
  locale: Locale,
  deed: 'reject' | 'reopen' | 'withdraw',
  { id, number }: Complaint,
  { typed, shown }: Asked,
): Form {
  const words = formWords[locale]
  const reference = writeReference(number)
  const told = {
    reject: { title: words.rejection(reference), intro: words.rejectIntro, submit: words.reject },
    reopen: { title: words.reopening(reference), intro: words.reopenIntro, submit: words.reopen },
    withdraw: { title: words.withdrawal(reference), intro: words.withdrawIntro, submit: words.withdraw },
  }
  return {
    ...told[deed],
    locale,
    id: `complaint.${deed}`,
    context: shown ? contextOf(id, shown) : id,
    fields: [{ kind: 'text', lines: 'many', name: 'reason', label: words.reason, ...preset(typed) }],
  }
}
