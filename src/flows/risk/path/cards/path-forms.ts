import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { LONGEST_PART } from '../../limits.ts'
import { writeAction, writeRisk } from '../../rules/reference.ts'
import type { OpenAction } from '../../store/actions.ts'
import type { Risk } from '../../store/risks.ts'
import { pathWords } from '../messages/path.ts'

const MOST_NAMED = 10

/** The context tells which version it shows; what is still open is named. */
export function closeForm(locale: Locale, risk: Risk, open: readonly OpenAction[]): Form {
  const words = pathWords[locale]
  const named = open.slice(0, MOST_NAMED).map(({ number, title }) => `• ${writeAction(number)} ${title}`)
  return {
    ...{ locale, id: 'risk.close', title: words.closeTitle(writeRisk(risk.number)), submit: words.close },
    context: contextOf(risk.id, risk.version),
    ...(open.length > 0 && { intro: [words.openActions(open.length), ...named].join('\n') }),
    fields: [
      reason('why', words.closeWhy, words.whyHint),
      ...(open.length > 0 ? [reason('drop', words.dropWhy, words.whyHint)] : []),
    ],
  }
}

export function reopenForm(locale: Locale, risk: Risk): Form {
  const words = pathWords[locale]
  return {
    ...{ locale, id: 'risk.reopen', title: words.reopenTitle(writeRisk(risk.number)), submit: words.reopen },
    ...{ context: contextOf(risk.id, risk.version), fields: [reason('why', words.reopenWhy, words.whyHint)] },
  }
}

const reason = (name: string, label: string, hint: string): Field => ({
  ...{ kind: 'text', name, label, hint, lines: 'many', maxLength: LONGEST_PART },
})
