import type { CommandLine } from '../../../chat/command-line.ts'
import type { Member } from '../../../database/types.ts'

export type Unfitness = 'isBot' | 'isGuest' | 'hasLeft'

/** Why this person can be neither manager, backup nor administrator; null when they can. */
export function unfitness({ kind, leftAt }: Pick<Member, 'kind' | 'leftAt'>): Unfitness | null {
  if (kind === 'bot') return 'isBot'
  if (kind === 'guest') return 'isGuest'
  return leftAt ? 'hasLeft' : null
}

const NOBODY = ['none', 'nobody', '-', '无', '没有']
export const isNobody = (word: string): boolean => NOBODY.includes(word.toLowerCase())

export const isWithoutWords = ({ words, options, people }: CommandLine): boolean =>
  words.length === 0 && people.length === 0 && Object.keys(options).length === 0

/** The member mentioned in an option such as `backup:<@id>`; null when it is no mention. */
export const mentionedIn = (option: string): string | null => /^<@([^<>|\s]+)(?:\|[^<>]*)?>$/.exec(option)?.[1] ?? null

/** `@somebody` whom the platform did not make a mention of: nobody here has that name. */
export const namesStranger = ({ words, options }: CommandLine): boolean =>
  [...words, ...Object.values(options)].some((word) => /^[@＠]/u.test(word))
