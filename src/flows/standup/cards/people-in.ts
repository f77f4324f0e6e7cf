import type { Block } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { runWords } from '../messages/run.ts'
import type { EntryState } from '../participation.ts'
import type { Standing } from '../store/standings.ts'
import { nameList } from './names.ts'

const EXPECTED: readonly EntryState[] = ['later', 'due', 'answered', 'missed']

type Peopled = { people: readonly Standing[] }

export const inState = (run: Peopled, state: EntryState): readonly Standing[] =>
  run.people.filter(({ entry }) => entry.state === state)

/** How many have answered, of those from whom an answer was or is expected. */
export const countsOf = (run: Peopled): { done: number; of: number } => ({
  done: inState(run, 'answered').length,
  of: EXPECTED.reduce((sum, state) => sum + inState(run, state).length, 0),
})

/** Who stands where in this run, by name; states in which nobody is are left out. */
export function whoIsWhere(run: Peopled, locale: Locale, states: readonly EntryState[]): Block[] {
  const facts = states
    .map((state) => ({ label: labelOf(state, locale), people: inState(run, state) }))
    .filter(({ people }) => people.length > 0)
    .map(({ label, people }) => ({ label, value: nameList(people.map(nameWithNote), locale) }))
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }]
}

const nameWithNote = ({ entry, member }: Standing) =>
  entry.state === 'skipped' && entry.note ? { name: member.name, note: entry.note } : member.name

function labelOf(state: EntryState, locale: Locale): string {
  const words = runWords[locale]
  switch (state) {
    case 'later':
      return words.later
    case 'due':
      return words.notYet
    case 'answered':
      return words.answered
    case 'skipped':
      return words.skipped
    case 'away':
      return words.away
    case 'missed':
      return words.missed
    case 'excused':
      return words.excused
    case 'left':
      return words.left
  }
}
