import type { TargetedInputEvent } from 'preact'
import type { Field, Option } from '../../../chat/form.ts'
import { listIn, toggled } from './chosen.ts'
import type { Labelled } from './field.tsx'
import { PeoplePicker } from './people-picker.tsx'
import { usePlay } from './play.ts'
import type { Filling } from './use-filling.ts'

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
  const given = { ...labelled, name, value, ...(placeholder && { placeholder }), ...(maxLength && { maxLength }) }
  if (field.lines === 'many') {
    return <textarea rows={4} {...given} onInput={(event) => filling.fill(name, event.currentTarget.value)} />
  }
  return <input type="text" {...given} onInput={(event) => filling.fill(name, event.currentTarget.value)} />
}

function Line({ field: { name, kind }, filling, labelled, inputMode }: Props & { inputMode?: 'numeric' | 'decimal' }) {
  const value = String(filling.values[name] ?? '')
  const onInput = (event: TargetedInputEvent<HTMLInputElement>) => filling.fill(name, event.currentTarget.value)
  const given = { ...labelled, name, value, onInput, class: `input-${kind}` }
  if (kind === 'date') return <input type="date" {...given} />
  if (kind === 'time') return <input type="time" {...given} />
  return <input type="text" {...given} {...(inputMode && { inputMode })} />
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

function Choices({ field, filling, labelled }: Props<Of<'choices'>>) {
  const chosen = listIn(filling, field.name)
  return (
    <div class="choices">
      {field.options.map(({ value, label }, index) => (
        <label key={value} class="choice">
          <input
            {...(index === 0 && labelled)}
            type="checkbox"
            name={field.name}
            value={value}
            checked={chosen.includes(value)}
            onChange={() => filling.fill(field.name, toggled(chosen, value))}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
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
