import type { Field, Option } from '../../../chat/form.ts'
import { widthOf } from './label-width.ts'

const MOST_PILLS = 5
const WIDEST_PILL = 16
const WIDEST_COLUMN = 4

/** Few and short enough to be seen at once instead of behind a menu; of two that must be chosen between, both always. */
export const isSpread = (field: Field): boolean => field.kind === 'choice' && (isPills(field) || isEither(field))

type Choice = Extract<Field, { kind: 'choice' }>

export const isPills = ({ options }: Choice): boolean => options.length <= MOST_PILLS && areNarrow(options, WIDEST_PILL)

const isEither = ({ options, optional }: Choice): boolean => options.length === 2 && !optional

/** Weekdays stand in one row of equal columns, long options one beneath the other. */
export function shapeOf(options: readonly Option[]): string {
  if (areNarrow(options, WIDEST_COLUMN)) return 'are-pills are-columns'
  return areNarrow(options, WIDEST_PILL) ? 'are-pills' : 'are-lines'
}

const areNarrow = (options: readonly Option[], widest: number): boolean =>
  options.every(({ label }) => widthOf(label) <= widest)
