import type { Form } from '../../chat/form.ts'
import type { AdaptiveCard } from './adaptive-card.ts'
import { bare, fits, largest, MOST_BYTES } from './fit.ts'

/** What there is room for: characters of the introduction, of one value and of other words; options; fields. */
export type Room = { intro: number; choices: number; value: number; words: number; fields: number }

const AMPLE: Omit<Room, 'fields'> = { intro: MOST_BYTES, choices: 1_000, value: 3_000, words: 1_000 }

// What a form loses first, and what is left of it before it loses the next.
const STEPS: readonly [keyof typeof AMPLE, number][] = [
  ['intro', 1_000],
  ['choices', 50],
  ['intro', 0],
  ['words', 100],
  ['value', 300],
  ['choices', 5],
]

/** The form drawn with as much room as fits into a card; last of all it does without old clients, and without fields. */
export function fittedForm({ fields }: Form, draw: (room: Room) => AdaptiveCard): AdaptiveCard {
  let room: Room = { ...AMPLE, fields: fields.length }
  const fitsWith = (change: Partial<Room>) => fits(draw({ ...room, ...change }))
  if (fitsWith({})) return draw(room)

  for (const [what, least] of STEPS) {
    if (fitsWith({ [what]: least }))
      return draw({ ...room, [what]: largest(least, room[what], (most) => fitsWith({ [what]: most })) })
    room = { ...room, [what]: least }
  }
  const some = (count: number) => bare(draw({ ...room, fields: count }))
  return some(largest(0, fields.length, (count) => fits(some(count))))
}
