import { spansOf, type Text } from '../../chat/text.ts'
import type { Directory } from '../../platform.ts'
import { shortened } from '../drawing/literal.ts'
import type { MentionEntity } from './adaptive-card.ts'

/** Who is mentioned, by our own ids; each has a text of their own, by which Teams finds them. */
export type Mentions = ReadonlyMap<string, MentionEntity>

/** Everybody who is mentioned in these texts and whom Teams knows. */
export function mentionsIn(texts: readonly Text[], directory: Directory): Mentions {
  const found = new Map<string, MentionEntity>()
  const taken = new Set<string>()
  for (const span of texts.flatMap(spansOf)) {
    if (typeof span === 'string' || !('person' in span) || found.has(span.person)) continue
    const id = directory.person(span.person)
    if (id === undefined) continue
    const name = firstFree(nameWithoutMarkup(span.name), taken)
    taken.add(name)
    found.set(span.person, { type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } })
  }
  return found
}

const LONGEST_NAME = 100

const nameWithoutMarkup = (name: string): string =>
  shortened(name, LONGEST_NAME)
    .replace(/[\s\\`*_~[\]<>{}&|]+/g, ' ')
    .trim() || '–'

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
  return free
}
