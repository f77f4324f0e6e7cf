import type { Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { alertsWords } from '../messages/alerts.ts'

/** Characters. */
export const LONGEST = 1_000

type Asked = { locale: Locale; id: string; reference: string }

export function noteForm({ locale, id, reference }: Asked): Form {
  const words = alertsWords[locale]
  return {
    ...{ locale, id: 'alert.note', title: `${words.noteTitle} · ${reference}`, submit: words.save, context: id },
    fields: [{ kind: 'text', name: 'text', label: words.noteLabel, lines: 'many', maxLength: LONGEST }],
  }
}

export function resolveForm({ locale, id, reference }: Asked): Form {
  const words = alertsWords[locale]
  const { causeLabel: label, causeHint: hint } = words
  return {
    ...{ locale, id: 'alert.resolve', title: words.resolveTitle, submit: words.resolve, context: id },
    intro: reference,
    fields: [{ kind: 'text', name: 'text', label, hint, lines: 'many', maxLength: LONGEST }],
  }
}

export function assignForm({ locale, id, reference }: Asked): Form {
  const words = alertsWords[locale]
  return {
    ...{ locale, id: 'alert.assign', title: words.assignTitle, submit: words.assign, context: id },
    intro: reference,
    fields: [{ kind: 'person', name: 'to', label: words.toLabel }],
  }
}
