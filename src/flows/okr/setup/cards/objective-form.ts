import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { LONGEST_TEAM, LONGEST_TEXT, LONGEST_TITLE } from '../../limits.ts'
import { writeObjective } from '../../rules/reference.ts'
import type { Cycle } from '../../store/cycles.ts'
import type { Objective } from '../../store/objectives.ts'
import { formWords } from '../messages/forms.ts'

const MOST_CYCLES = 50

type Preset = Partial<Pick<Objective, 'title' | 'why' | 'team' | 'isPrivate' | 'cycleId'>> & {
  ownerId: string
  parent?: string | undefined
}

export function newObjectiveForm(locale: Locale, preset: Preset, cycles: readonly Cycle[]): Form {
  const words = formWords[locale]
  const fields = fieldsOf(locale, preset, cycles)
  return { locale, id: 'okr.new', title: words.newObjective, submit: words.create, fields }
}

/** The context tells which version it shows. */
export function editObjectiveForm(locale: Locale, objective: Objective, parent: string | undefined): Form {
  const words = formWords[locale]
  const { id, version, number } = objective
  return {
    locale,
    id: 'okr.edit',
    title: words.editObjective(writeObjective(number)),
    submit: words.save,
    context: contextOf(id, version),
    fields: fieldsOf(locale, { ...objective, parent }, []),
  }
}

/** Another cycle is a move, not an edit. */
function fieldsOf(locale: Locale, preset: Preset, cycles: readonly Cycle[]): Field[] {
  const words = formWords[locale]
  const { title, why, team, ownerId, parent, isPrivate, cycleId } = preset
  return [
    {
      ...{ kind: 'text', name: 'title', label: words.title, hint: words.titleHint, maxLength: LONGEST_TITLE },
      ...(title && { value: title }),
    },
    {
      ...{ kind: 'text', name: 'why', label: words.why, lines: 'many', optional: true, maxLength: LONGEST_TEXT },
      ...(why && { value: why }),
    },
    { kind: 'person', name: 'owner', label: words.owner, value: ownerId },
    {
      ...{ kind: 'text', name: 'team', label: words.team, hint: words.teamHint, optional: true },
      ...{ maxLength: LONGEST_TEAM, ...(team && { value: team }) },
    },
    {
      ...{ kind: 'text', name: 'parent', label: words.parent, hint: words.parentHint, optional: true },
      ...(parent && { value: parent }),
    },
    ...(cycles.length > 0 ? [cycleField(locale, cycles, cycleId)] : []),
    {
      ...{ kind: 'choice', name: 'visibility', label: words.visibility, value: isPrivate ? 'private' : 'open' },
      options: [
        { value: 'open', label: words.visibilities.open },
        { value: 'private', label: words.visibilities.private },
      ],
    },
  ]
}

const cycleField = (locale: Locale, cycles: readonly Cycle[], chosen: string | undefined): Field => ({
  ...{ kind: 'choice', name: 'cycle', label: formWords[locale].cycle },
  options: cycles.slice(0, MOST_CYCLES).map(({ id, name }) => ({ value: id, label: name })),
  ...(chosen && { value: chosen }),
})
