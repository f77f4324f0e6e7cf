import { vi } from 'vitest'
import type { Block, Card } from '../../../src/chat/card.ts'
import { plain, spansOf, type Text } from '../../../src/chat/text.ts'
import type { CardSeen, FormSeen, Person } from './stage.ts'

/** What is looked for, as soon as it is there: answers may come after the request has been taken. */
export async function soon<T>(
  what: string,
  find: () => Promise<T | null | undefined> | T | null | undefined,
): Promise<T> {
  return vi.waitFor(
    async () => {
      const found = await find()
      if (found === null || found === undefined) throw new Error(`waited in vain for ${what}`)
      return found
    },
    { timeout: 5_000, interval: 15 },
  )
}

/** The private card with these words. */
export const toldOf = (person: Person, words: string): Promise<CardSeen> =>
  soon(`"${words}" to be shown to ${person.name}`, async () =>
    (await person.privately()).find((card) => squeezed(card.words).includes(squeezed(words))),
  )

/** Whatever is said to them alone. */
export const told = (person: Person): Promise<CardSeen> =>
  soon(`a word to ${person.name}`, async () => (await person.privately()).at(-1))

export const openForm = (person: Person, title?: string): Promise<FormSeen> =>
  soon(`a form for ${person.name}`, async () => {
    const form = await person.form()
    return form && (title === undefined || form.title === title) ? form : null
  })

/** Everything in a card that somebody wrote and that has to be read, piece by piece. */
export function wordsIn({ title = '', blocks }: Card): string[] {
  return [title, ...blocks.flatMap(wordsInBlock)].map(squeezed).filter((words) => words !== '')
}

function wordsInBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'context':
      return wordsInText(block.text)
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, ...wordsInText(value)])
    case 'buttons':
      return block.buttons.map(({ label }) => label)
    case 'list':
      return block.items.flatMap(wordsInText)
    case 'table':
      return block.rows.flat()
    case 'image':
      return [block.alt]
    case 'divider':
      return []
    case 'progress':
      return [block.label, String(block.done), String(block.of)]
  }
}

const wordsInText = (text: Text): string[] => spansOf(text).map((span) => plain([span]))

/** The text as a reader takes it in: without what nobody can see, and whatever lies between words being one space. */
export const squeezed = (text: string): string =>
  text
    .replace(/[^\P{Control}\s]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim()

/** Of these words those that are not to be seen. */
export function missingFrom(seen: string, words: readonly string[]): string[] {
  const shown = squeezed(seen)
  return words.map(squeezed).filter((each) => !shown.includes(each))
}
