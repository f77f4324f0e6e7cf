import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { LONGEST_PART, LONGEST_TITLE } from '../../limits.ts'
import { writeAction, writeRisk } from '../../rules/reference.ts'
import type { Action } from '../../store/actions.ts'
import type { Risk } from '../../store/risks.ts'
import { actionWords } from '../messages/actions.ts'

type Preset = { title?: string; ownerId: string; due?: string; measure?: string }

export function newActionForm(locale: Locale, { id, number, ownerId }: Risk): Form {
  const words = actionWords[locale]
  return {
    ...{ locale, id: 'risk.action', title: words.newTitle(writeRisk(number)), submit: words.create, context: id },
    fields: fieldsOf(locale, { ownerId }),
  }
}

/** The context tells which version it shows. */
export function editActionForm(locale: Locale, action: Action): Form {
  const words = actionWords[locale]
  const { id, number, version, dueOn, ...preset } = action
  return {
    ...{ locale, id: 'risk.action-edit', title: words.editTitle(writeAction(number)), submit: words.save },
    context: contextOf(id, version),
    fields: fieldsOf(locale, { ...preset, due: dueOn.toISOString().slice(0, 10) }),
  }
}

export function doneForm(locale: Locale, { id, number, version, measure }: Action): Form {
  const words = actionWords[locale]
  return {
    ...{ locale, id: 'risk.action-done', title: words.doneTitle(writeAction(number)), submit: words.done },
    ...{ context: contextOf(id, version), intro: words.outcomeHint + measure },
    fields: [{ kind: 'text', name: 'outcome', label: words.outcome, lines: 'many', maxLength: LONGEST_PART }],
  }
}

export function dropForm(locale: Locale, { id, number, version }: Action): Form {
  const words = actionWords[locale]
  return {
    ...{ locale, id: 'risk.action-drop', title: words.dropTitle(writeAction(number)), submit: words.drop },
    context: contextOf(id, version),
    fields: [{ kind: 'text', name: 'why', label: words.dropWhy, lines: 'many', maxLength: LONGEST_PART }],
  }
}

function fieldsOf(locale: Locale, { title, ownerId, due, measure }: Preset): Field[] {
  const words = actionWords[locale]
  return [
    { kind: 'text', name: 'title', label: words.title, maxLength: LONGEST_TITLE, ...(title && { value: title }) },
    { kind: 'person', name: 'owner', label: words.owner, value: ownerId },
    { kind: 'date', name: 'due', label: words.due, ...(due && { value: due }) },
    {
      ...{ kind: 'text', name: 'measure', label: words.measure, hint: words.measureHint, lines: 'many' },
      ...{ maxLength: LONGEST_PART, ...(measure && { value: measure }) },
    },
  ]
}
