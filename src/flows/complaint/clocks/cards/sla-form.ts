import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { classNames } from '../../messages/classes.ts'
import { type Severity, TYPES, type Type } from '../../rules/classes.ts'
import { type Chosen, targetOf, writeTarget } from '../../rules/targets.ts'
import { slaWords } from '../messages/sla.ts'

/** The choice of a type that stands for all of them. */
export const ALL_TYPES = 'all'
const LONGEST_TARGET = 40

/** The context is the severity; the times are those that count now. */
export function slaForm(
  locale: Locale,
  { severity, type, chosen }: { severity: Severity; type: Type | null; chosen: readonly Chosen[] },
): Form {
  const words = slaWords[locale]
  const names = classNames[locale]
  const time = (kind: 'acknowledge' | 'reply', label: string) => ({
    ...{ kind: 'text' as const, name: kind, label, hint: words.hint, maxLength: LONGEST_TARGET, optional: true },
    value: writeTarget(targetOf(chosen, { kind, severity, type }), locale),
  })
  return {
    locale,
    id: 'complaint.sla',
    title: words.formTitle(names.severity[severity]),
    submit: words.submit,
    context: String(severity),
    intro: words.promise,
    fields: [
      {
        kind: 'choice',
        name: 'type',
        label: words.type,
        options: [
          { value: ALL_TYPES, label: words.allTypes },
          ...TYPES.map((one) => ({ value: one, label: names.type[one] })),
        ],
        value: type ?? ALL_TYPES,
      },
      time('acknowledge', words.acknowledgeField),
      time('reply', words.replyField),
    ],
  }
}
