import type { TargetedInputEvent } from 'preact'
import type { Field, Option } from '../../../chat/form.ts'
import { Choices, OneOf } from './choices.tsx'
import type { Labelled } from './field.tsx'
import { PeoplePicker } from './people-picker.tsx'
import { isSpread } from './pills.ts'
import { usePlay } from './play.ts'
import type { Filling } from './use-filling.ts'
import { DateInput, TimeInput } from './when-inputs.tsx'

type Props<F extends Field = Field> = { field: F; filling: Filling; labelled: Labelled }
type Of<K extends Field['kind']> = Extract<Field, { kind: K }>

/** The control of a field, by its kind. */
export function Control({ field, filling, labelled }: Props) {
  const { state } = usePlay()
  switch (field.kind) {
    case 'text':
      return <TextControl field={field} filling={filling} labelled={labelled} />
    case 'number':
      return <Line inputMode={field.whole ? 'numeric' : 'decimal'} {...{ field, filling, labelled }} />
    case 'date':
    case 'time':
      return <Line {...{ field, filling, labelled }} />
    case 'choice':
      if (isSpread(field)) return <OneOf field={field} filling={filling} labelled={labelled} />
      return <Select options={field.options} {...{ field, filling, labelled }} />
    case 'person':
      return (
        <Select options={state.personas.map(({ id, name }) => option(id, name))} {...{ field, filling, labelled }} />
      )
    case 'channel':
      return <Select options={channelOptions(state.places)} {...{ field, filling, labelled }} />
    case 'choices':
      return <Choices field={field} filling={filling} labelled={labelled} />
    case 'people':
      return <PeoplePicker name={field.name} filling={filling} labelled={labelled} />
    case 'toggle':
      return <Toggle field={field} filling={filling} labelled={labelled} />
  }
}

const option = (value: string, label: string): Option => ({ value, label })

const channelOptions = (places: readonly { channel?: string; name: string }[]): Option[] =>
  places.flatMap(({ channel, name }) => (channel ? option(channel, `#${name}`) : []))

function TextControl({ field, filling, labelled }: Props<Of<'text'>>) {
  const { placeholder, maxLength, name } = field
  const value = String(filling.values[name] ?? '')
  const given = {
    ...labelled,
    name,
    value,
    dir: 'auto' as const,
    ...(placeholder && { placeholder }),
    ...(maxLength && { maxLength }),
  }
  if (field.lines === 'many') {
    return <textarea rows={4} {...given} onInput={(event) => filling.fill(name, event.currentTarget.value)} />
  }
  return <input type="text" {...given} onInput={(event) => filling.fill(name, event.currentTarget.value)} />
}

function Line({ field: { name, kind }, filling, labelled, inputMode }: Props & { inputMode?: 'numeric' | 'decimal' }) {
  const value = String(filling.values[name] ?? '')
  const onInput = (event: TargetedInputEvent<HTMLInputElement>) => filling.fill(name, event.currentTarget.value)
  const given = { ...labelled, name, value, onInput }
  if (kind === 'date') return <DateInput {...given} />
  if (kind === 'time') return <TimeInput {...given} />
  return <input type="text" class="input-number" {...given} {...(inputMode && { inputMode })} />
}

function Select({ field, filling, labelled, options }: Props & { options: readonly Option[] }) {
  const { words } = usePlay()
  const chosen = String(filling.values[field.name] ?? '')
  return (
    <select
      {...labelled}
      name={field.name}
      value={chosen}
      onChange={(event) => filling.fill(field.name, event.currentTarget.value)}
    >
      {(field.optional || chosen === '') && <option value="">{field.optional ? '–' : words.choose}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </select>
  )
}

function Toggle({ field, filling, labelled }: Props<Of<'toggle'>>) {
  const isOn = filling.values[field.name] === true
  return (
    <label class="toggle">
      <input
        {...labelled}
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        name={field.name}
        checked={isOn}
        onChange={(event) => filling.fill(field.name, event.currentTarget.checked)}
      />
      <span>{field.on}</span>
    </label>
  )
}
