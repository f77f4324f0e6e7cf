import { isReadable, shortened } from '../drawing/literal.ts'
import type { Choice, ChoiceSet } from './adaptive-card.ts'
import { joined, NOTHING, sealed } from './choice-values.ts'
import { readsAlike } from './markdown.ts'

export type Choices = {
  options: readonly { value: string; title: string }[]
  chosen: readonly string[]
  many: boolean
  /** Nothing need be chosen. */
  optional: boolean
  /** How many there is room for. */
  most: number
}

export type Chosen = { input: ChoiceSet; missing: number }

/** As many of the options as there is room for, with those that are chosen. */
export function choiceSet(choices: Choices): Chosen {
  const { options, chosen, many, optional, most } = choices
  const listed = options.filter(({ value }, index) => index < most || chosen.includes(value))
  const values = listed.map(({ value }) => value).filter((value) => chosen.includes(value))
  const value = joined(many ? values : values.slice(0, 1))
  const nothing = optional && !many ? [{ title: '–', value: NOTHING }] : []
  const input: ChoiceSet = {
    type: 'Input.ChoiceSet',
    style: styleOf(choices),
    choices: [...nothing, ...listed.map(choiceOf)],
    ...(many && { isMultiSelect: true }),
    ...(value !== '' && { value }),
  }
  return { input, missing: options.length - listed.length }
}

const MOST_IN_SIGHT = 10
const LONGEST_OPTION = 150

// In sight, Teams reads titles as Markdown; what is chosen there cannot be taken back.
function styleOf({ options, many, optional }: Choices): ChoiceSet['style'] {
  const isInSight = options.length <= MOST_IN_SIGHT && options.every(({ title }) => readsAlike(title))
  if (many) return isInSight ? 'expanded' : 'filtered'
  if (isInSight) return optional ? 'compact' : 'expanded'
  return options.length <= MOST_IN_SIGHT ? 'compact' : 'filtered'
}

const choiceOf = ({ value, title }: { value: string; title: string }): Choice => ({
  title: shortened([title, value].find(isReadable) ?? '–', LONGEST_OPTION),
  value: sealed(value),
})
