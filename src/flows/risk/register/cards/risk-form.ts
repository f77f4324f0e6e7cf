import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { categoryName } from '../../cards/lines.ts'
import { gradeFields, type Scales } from '../../cards/scale-fields.ts'
import { LONGEST_PART, LONGEST_TEXT, LONGEST_TITLE } from '../../limits.ts'
import { classNames } from '../../messages/classes.ts'
import { writeRisk } from '../../rules/reference.ts'
import type { Category } from '../../store/categories.ts'
import type { Risk } from '../../store/risks.ts'
import { registerWords } from '../messages/register.ts'

const LINES = [1, 2, 3]
type Preset = Partial<Pick<Risk, 'title' | 'description' | 'cause' | 'event' | 'consequence' | 'categoryId'>> & {
  ownerId: string
  line?: number
}
type Around = { categories: readonly Category[]; scales: Scales; links?: string; from?: string }

/** `from` is the reference of what it is made of. */
export function newRiskForm(
  locale: Locale,
  preset: Preset,
  { categories, scales, links = '', from = '' }: Around,
): Form {
  const words = registerWords[locale]
  return {
    ...{ locale, id: 'risk.new', title: words.newRisk, submit: words.create, context: from },
    fields: [
      ...fieldsOf(locale, preset, categories),
      ...gradeFields(locale, { scales, optional: true, hint: words.gradeHint }),
      {
        ...{ kind: 'text', name: 'links', label: words.links, hint: words.linksHint, optional: true, maxLength: 200 },
        ...(links && { value: links }),
      },
    ],
  }
}

/** The context tells which version it shows. */
export function editRiskForm(locale: Locale, risk: Risk, categories: readonly Category[]): Form {
  const words = registerWords[locale]
  return {
    ...{ locale, id: 'risk.edit', title: words.editRisk(writeRisk(risk.number)), submit: words.save },
    context: contextOf(risk.id, risk.version),
    fields: fieldsOf(locale, risk, categories),
  }
}

function fieldsOf(locale: Locale, preset: Preset, categories: readonly Category[]): Field[] {
  const words = registerWords[locale]
  const { title, ownerId, line = 1 } = preset
  const chosen = categories.find(({ id }) => id === preset.categoryId) ?? categories[0]
  const long = (name: 'description' | 'cause' | 'event' | 'consequence', maxLength: number): Field => {
    const value = preset[name]
    const about = { label: words[name], hint: words[`${name}Hint`], lines: 'many' as const, optional: true }
    return { kind: 'text', name, ...about, maxLength, ...(value && { value }) }
  }
  return [
    {
      ...{ kind: 'text', name: 'title', label: words.title, hint: words.titleHint, maxLength: LONGEST_TITLE },
      ...(title && { value: title }),
    },
    long('description', LONGEST_TEXT),
    {
      ...{ kind: 'choice', name: 'category', label: words.category, ...(chosen && { value: chosen.id }) },
      options: categories.map((one) => ({ value: one.id, label: categoryName(locale, one) })),
    },
    { kind: 'person', name: 'owner', label: words.owner, value: ownerId },
    {
      ...{ kind: 'choice', name: 'line', label: words.line, value: String(line) },
      options: LINES.map((one) => ({ value: String(one), label: classNames[locale].line[one] ?? '' })),
    },
    long('cause', LONGEST_PART),
    long('event', LONGEST_PART),
    long('consequence', LONGEST_PART),
  ]
}
