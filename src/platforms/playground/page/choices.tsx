import type { Field, Option } from '../../../chat/form.ts'
import { listIn, toggled } from './chosen.ts'
import type { Labelled } from './field.tsx'
import { widthOf } from './label-width.ts'
import { usePlay } from './play.ts'
import type { Filling } from './use-filling.ts'

type Props<K extends Field['kind']> = { field: Extract<Field, { kind: K }>; filling: Filling; labelled: Labelled }

const MOST_PILLS = 5
const WIDEST_PILL = 16
const WIDEST_COLUMN = 4

/** Few and short enough to be seen at once instead of behind a menu. */
export const isPills = (field: Field): boolean =>
  field.kind === 'choice' && field.options.length <= MOST_PILLS && areNarrow(field.options, WIDEST_PILL)

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
export function Pills({ field, filling, labelled }: Props<'choice'>) {
  const { words } = usePlay()
  const options = field.optional ? [{ value: '', label: words.none }, ...field.options] : field.options
  return (
    <div class="choices are-pills">
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

/** Weekdays stand in one row of equal columns, long options one beneath the other. */
function shapeOf(options: readonly Option[]): string {
  if (areNarrow(options, WIDEST_COLUMN)) return 'are-pills are-columns'
  return areNarrow(options, WIDEST_PILL) ? 'are-pills' : 'are-lines'
}

const areNarrow = (options: readonly Option[], widest: number): boolean =>
  options.every(({ label }) => widthOf(label) <= widest)
