import type { Field, Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { classNames } from '../messages/classes.ts'
import { kpiWords } from '../messages/kpis.ts'
import { LONGEST_KEY } from '../rules/key.ts'
import type { Kpi } from '../store/kpis.ts'

/** Characters. */
export const LONGEST_NAME = 100
export const LONGEST_UNIT = 20

type Preset = Partial<
  Pick<Kpi, 'name' | 'key' | 'unit' | 'layer' | 'direction' | 'period' | 'source' | 'channelId'>
> & {
  ownerId: string
}

export function newKpiForm(locale: Locale, preset: Preset): Form {
  const words = kpiWords[locale]
  return { locale, id: 'kpi.new', title: words.newTitle, submit: words.create, fields: fieldsOf(locale, preset) }
}

/** The context tells which version it shows. */
export function editKpiForm(locale: Locale, kpi: Kpi): Form {
  const words = kpiWords[locale]
  const fields = fieldsOf(locale, kpi)
  const context = `${kpi.id} ${kpi.version}`
  return { locale, id: 'kpi.edit', title: words.editTitle(kpi.key).slice(0, 60), submit: words.save, context, fields }
}

function fieldsOf(locale: Locale, preset: Preset): Field[] {
  const [words, names] = [kpiWords[locale], classNames[locale]]
  const {
    name,
    key,
    unit,
    layer = 'operational',
    direction = 'up',
    ownerId,
    period = 'week',
    source = 'typed',
  } = preset
  const choice = (field: 'layer' | 'direction' | 'period' | 'source', value: string): Field => ({
    ...{ kind: 'choice', name: field, label: words[field], value },
    options: Object.entries(names[field]).map(([one, label]) => ({ value: one, label })),
  })
  return [
    { ...text('name', words.name, words.nameHint, LONGEST_NAME), ...(name && { value: name }) },
    { ...text('key', words.key, words.keyHint, LONGEST_KEY), optional: key === undefined, ...(key && { value: key }) },
    { ...text('unit', words.unit, words.unitHint, LONGEST_UNIT), optional: true, ...(unit && { value: unit }) },
    choice('layer', layer),
    choice('direction', direction),
    { kind: 'person', name: 'owner', label: words.owner, value: ownerId },
    choice('period', period),
    choice('source', source),
    {
      ...{ kind: 'channel', name: 'channel', label: words.channel, hint: words.channelHint, optional: true },
      ...(preset.channelId && { value: preset.channelId }),
    },
  ]
}

const text = (name: string, label: string, hint: string, maxLength: number) =>
  ({ kind: 'text', name, label, hint, maxLength }) as const
