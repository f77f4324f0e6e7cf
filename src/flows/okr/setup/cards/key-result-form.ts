import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { unitOf } from '../../cards/lines.ts'
import { LONGEST_KPI, LONGEST_TITLE, LONGEST_UNIT } from '../../limits.ts'
import { sayNumber } from '../../rules/read-number.ts'
import { writeKeyResult, writeObjective } from '../../rules/reference.ts'
import type { KeyResult, Objective } from '../../store/objectives.ts'
import { formWords } from '../messages/forms.ts'

const KINDS = ['numeric', 'percent', 'milestone'] as const
const DIRECTIONS = ['up', 'down'] as const
type Preset = { ownerId: string; title?: string; keyResult?: KeyResult }

export function newKeyResultForm(locale: Locale, { id, number }: Objective, preset: Preset): Form {
  const words = formWords[locale]
  return {
    locale,
    id: 'okr.new-kr',
    title: words.newKeyResult(writeObjective(number)),
    submit: words.create,
    context: id,
    fields: fieldsOf(locale, preset),
  }
}

/** The context tells which version it shows. */
export function editKeyResultForm(locale: Locale, keyResult: KeyResult): Form {
  const words = formWords[locale]
  const { id, version, number, ownerId, title } = keyResult
  return {
    locale,
    id: 'okr.edit-kr',
    title: words.editObjective(writeKeyResult(number)),
    submit: words.save,
    context: contextOf(id, version),
    fields: fieldsOf(locale, { ownerId, title, keyResult }),
  }
}

function fieldsOf(locale: Locale, { ownerId, title, keyResult }: Preset): Field[] {
  const words = formWords[locale]
  return [
    {
      ...{ kind: 'text', name: 'title', label: words.keyResult, hint: words.keyResultHint, maxLength: LONGEST_TITLE },
      ...(title && { value: title }),
    },
    { kind: 'person', name: 'owner', label: words.owner, value: ownerId },
    {
      ...{ kind: 'choice', name: 'kind', label: words.kind, value: keyResult?.kind ?? 'numeric' },
      options: KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] })),
    },
    ...numberFields(locale, keyResult),
    {
      ...{ kind: 'text', name: 'steps', label: words.steps, hint: words.stepsHint, lines: 'many', optional: true },
      ...(keyResult && keyResult.steps.length > 0 && { value: keyResult.steps.join('\n') }),
    },
    {
      ...{ kind: 'text', name: 'weight', label: words.weight, hint: words.weightHint, optional: true },
      value: String(keyResult?.weight ?? 1),
    },
    {
      ...{ kind: 'text', name: 'kpi', label: words.kpi, hint: words.kpiHint, optional: true, maxLength: LONGEST_KPI },
      ...(keyResult?.kpi && { value: keyResult.kpi }),
    },
  ]
}

function numberFields(locale: Locale, keyResult: KeyResult | undefined): Field[] {
  const words = formWords[locale]
  const measured = keyResult && keyResult.kind !== 'milestone' ? keyResult : undefined
  const written = (value: number) => measured && { value: sayNumber(value, unitOf(measured), locale) }
  return [
    {
      ...{ kind: 'text', name: 'start', label: words.start, hint: words.numberHint, optional: true },
      ...(measured && written(measured.start)),
    },
    {
      ...{ kind: 'text', name: 'target', label: words.target, optional: true },
      ...(measured && written(measured.target)),
    },
    {
      ...{ kind: 'text', name: 'unit', label: words.unit, hint: words.unitHint, optional: true },
      ...{ maxLength: LONGEST_UNIT, ...(measured?.unit && { value: measured.unit }) },
    },
    {
      ...{ kind: 'choice', name: 'direction', label: words.direction, hint: words.directionHint, optional: true },
      options: DIRECTIONS.map((direction) => ({ value: direction, label: words.directions[direction] })),
      ...(measured && measured.start === measured.target && { value: measured.direction }),
    },
  ]
}
