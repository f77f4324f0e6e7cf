import type { Field, Option } from '../../../chat/form.ts'
import { widthOf } from './label-width.ts'

const MOST_PILLS = 5
const WIDEST_PILL = 16
const WIDEST_COLUMN = 4

/** Few and short enough to be seen at once instead of behind a menu. */
export const isPills = (field: Field): boolean =>
  field.kind === 'choice' && field.options.length <= MOST_PILLS && areNarrow(field.options, WIDEST_PILL)

/** Weekdays stand in one row of equal columns, long options one beneath the other. */
export function shapeOf(options: readonly Option[]): string {
  if (areNarrow(options, WIDEST_COLUMN)) return 'are-pills are-columns'
  return areNarrow(options, WIDEST_PILL) ? 'are-pills' : 'are-lines'
}

const areNarrow = (options: readonly Option[], widest: number): boolean =>
  options.every(({ label }) => widthOf(label) <= widest)
