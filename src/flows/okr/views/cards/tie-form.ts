import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import type { Subject } from '../../../../links/links.ts'
import { objectiveName } from '../../cards/lines.ts'
import type { Objective } from '../../store/objectives.ts'
import { lookWords } from '../messages/looking.ts'

/** What every platform can offer in one list. */
export const MOST_CHOICES = 100
const LONGEST_LABEL = 75

export type Choice = Pick<Objective, 'id' | 'number' | 'title'>

/** To which objective? Where there are more than a list holds, it is typed. */
export function tieForm(locale: Locale, other: Subject, choices: readonly Choice[]): Form {
  const words = lookWords[locale]
  return {
    ...{ locale, id: 'okr.tie', title: words.tie, submit: words.tieSubmit, context: other.reference },
    intro: other.name,
    fields: [choices.length > MOST_CHOICES ? typedField(locale) : listField(locale, choices)],
  }
}

const listField = (locale: Locale, choices: readonly Choice[]): Field => ({
  ...{ kind: 'choice', name: 'objective', label: lookWords[locale].objective },
  options: choices.map((one) => ({ value: one.id, label: shortened(objectiveName(one), LONGEST_LABEL) })),
})

const typedField = (locale: Locale): Field => ({
  ...{ kind: 'text', name: 'objective', label: lookWords[locale].objective, placeholder: 'O-3' },
  ...{ hint: lookWords[locale].objectiveHint, maxLength: 20 },
})
