import type { Button, Card } from '../../../../chat/card.ts'
import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { categoryName } from '../../cards/lines.ts'
import { HIGHEST_SCORE } from '../../rules/grade.ts'
import type { Category } from '../../store/categories.ts'
import { categoryWords } from '../messages/categories.ts'
import type { Load } from '../store/categories.ts'

export const LONGEST_NAME = 60
/** So many have a button of their own. */
const MOST_BUTTONS = 20

type Shown = { categories: readonly Category[]; loads: ReadonlyMap<string, Load>; mayChange: boolean; said?: string }

export function categoriesCard(locale: Locale, { categories, loads, mayChange, said }: Shown): Card {
  const words = categoryWords[locale]
  const rows = categories.map((one) => {
    const { open, beyond } = loads.get(one.id) ?? { open: 0, beyond: 0 }
    return [categoryName(locale, one), `≤ ${one.appetite}`, String(open), String(beyond)]
  })
  const buttons: Button[] = [
    { label: words.add, action: 'risk.new-category', style: 'primary' },
    ...categories.slice(0, MOST_BUTTONS).map((one) => ({
      ...{ label: words.edit(categoryName(locale, one)), action: 'risk.edit-category', value: one.id },
    })),
    { label: words.remove, action: 'risk.delete-category', style: 'danger' },
  ]
  return {
    ...{ locale, title: words.title, summary: said ?? words.title, ...(said && { tone: 'good' as const }) },
    blocks: [
      ...(said ? [{ kind: 'text' as const, text: said }] : []),
      { kind: 'table', columns: [words.name, words.appetite, words.open, words.beyond], rows },
      { kind: 'context', text: words.how },
      ...(mayChange ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  }
}

type Preset = { name: string; appetite: number }

export function newCategoryForm(locale: Locale, name: string): Form {
  const words = categoryWords[locale]
  const fields = fieldsOf(locale, { name, appetite: 9 })
  return { locale, id: 'risk.new-category', title: words.newTitle, submit: words.create, fields }
}

/** The context tells what it shows. */
export function editCategoryForm(locale: Locale, category: Category): Form {
  const words = categoryWords[locale]
  const preset = { name: categoryName(locale, category), appetite: category.appetite }
  return {
    ...{ locale, id: 'risk.edit-category', title: words.editTitle, submit: words.save },
    context: contextFor(category),
    fields: fieldsOf(locale, preset),
  }
}

export const contextFor = ({ id, name, appetite }: Category): string => JSON.stringify({ id, name, appetite })

export function deleteCategoryForm(locale: Locale, categories: readonly Category[], chosen: string | undefined): Form {
  const words = categoryWords[locale]
  const options = categories.map((one) => ({ value: one.id, label: categoryName(locale, one) }))
  return {
    ...{ locale, id: 'risk.delete-category', title: words.removeTitle, submit: words.delete },
    fields: [
      { kind: 'choice', name: 'category', label: words.name, options, ...(chosen && { value: chosen }) },
      { kind: 'choice', name: 'into', label: words.into, hint: words.intoHint, options, optional: true },
    ],
  }
}

function fieldsOf(locale: Locale, { name, appetite }: Preset): Field[] {
  const words = categoryWords[locale]
  return [
    { kind: 'text', name: 'name', label: words.name, maxLength: LONGEST_NAME, ...(name && { value: name }) },
    {
      ...{ kind: 'number', name: 'appetite', label: words.appetite, hint: words.appetiteHint, value: appetite },
      ...{ min: 1, max: HIGHEST_SCORE, whole: true },
    },
  ]
}
