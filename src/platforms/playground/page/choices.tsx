import type { Field } from '../../../chat/form.ts'
import { listIn, toggled } from './chosen.ts'
import type { Labelled } from './field.tsx'
import { isPills, shapeOf } from './pills.ts'
import { usePlay } from './play.ts'
import type { Filling } from './use-filling.ts'

type Props<K extends Field['kind']> = { field: Extract<Field, { kind: K }>; filling: Filling; labelled: Labelled }

/** As many as one likes of several. */
export function Choices({ field, filling, labelled }: Props<'choices'>) {
  const chosen = listIn(filling, field.name)
  return (
    <div class={`choices ${shapeOf(field.options)}`}>
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

/** One of a few. */
export function OneOf({ field, filling, labelled }: Props<'choice'>) {
  const { words } = usePlay()
  const options = field.optional ? [{ value: '', label: words.none }, ...field.options] : field.options
  return (
    <div class={`choices ${isPills(field) ? 'are-pills' : 'are-lines'}`}>
      {options.map(({ value, label }, index) => (
        <label key={value} class="choice">
          <input
            {...(index === 0 && labelled)}
            type="radio"
            name={field.name}
            value={value}
            checked={filling.values[field.name] === value}
            onChange={() => filling.fill(field.name, value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
