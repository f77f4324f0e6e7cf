import { expect } from 'vitest'
import type { Block, Card } from '../../../src/chat/card.ts'
import type { Form } from '../../../src/chat/form.ts'
import type { Text } from '../../../src/chat/text.ts'
import type { Directory } from '../../../src/platform.ts'
import type { AdaptiveCard as Content } from '../../../src/platforms/teams/adaptive-card.ts'
import { drawCard } from '../../../src/platforms/teams/card.ts'
import { drawForm, type FormDrawing } from '../../../src/platforms/teams/form.ts'
import { AdaptiveCard } from '../../support/teams/adaptive-card.ts'
import { markdownIn, wordsOf } from '../../support/teams/reading.ts'
import { card } from '../contract/samples.ts'

const PEOPLE: Record<string, string> = {
  'm-mei': '29:mei',
  'm-ben': '29:ben',
  'm-gone': '29:gone',
  'm-mira': '29:mira',
}

export const directory: Directory = {
  person: (id) => PEOPLE[id],
  channel: (id) => (id === 'c-general' ? '19:general@thread.tacv2' : undefined),
  post: (key) => (key === 'standup/known' ? 'https://teams.microsoft.com/l/message/1' : undefined),
}

export const choices: FormDrawing['choices'] = {
  people: [
    { id: '29:mei', name: 'Mei' },
    { id: '29:ben', name: 'Ben' },
    { id: '29:mira', name: 'Mira' },
  ],
  channels: [
    { id: '19:general@thread.tacv2', name: 'General' },
    { id: '19:ops@thread.tacv2', name: 'Ops' },
  ],
}

/** What Teams would refuse about a card, or show otherwise than it is meant. */
export function refused(content: Content): string[] {
  const checked = AdaptiveCard.safeParse(content)
  const bytes = Buffer.byteLength(JSON.stringify(content))
  const mentioned = (content.msteams?.entities ?? []).map(({ text }) => text)
  const texts = markdownIn(content)
  const tags = texts.flatMap((text) => [...text.matchAll(/(?<!\\)<at>.*?<\/at>/g)].map(([tag]) => tag))
  return [
    ...(checked.success ? [] : checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)),
    ...(bytes > 25_000 ? [`${bytes} bytes`] : []),
    ...stringsIn(content)
      .filter((shown) => /\p{Surrogate}/u.test(shown))
      .map((shown) => `half a character: ${shown}`),
    ...mentioned.filter((text) => !tags.includes(text)).map((text) => `${text} is nowhere`),
    ...tags.filter((tag) => !mentioned.includes(tag)).map((tag) => `${tag} is nobody`),
    ...mentioned.filter((text, at) => mentioned.indexOf(text) !== at).map((text) => `${text} is two people`),
  ]
}

/** All that is shown: not what a button hands back. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value ?? {}).flatMap(([key, inner]) => (key === 'data' ? [] : stringsIn(inner)))

export function drawn(shown: Card) {
  const { content, summary } = drawCard({ card: shown, directory })
  expect(refused(content)).toEqual([])
  return { content, summary, words: wordsOf(content) }
}

export function drawnForm(form: Form, more: Partial<FormDrawing> = {}) {
  const content = drawForm({ form, directory, choices, ...more })
  expect(refused(content)).toEqual([])
  return { content, words: wordsOf(content) }
}

export const blocksOf = (...blocks: Block[]): Card => card('', { blocks })
export const text = (words: Text): Card => blocksOf({ kind: 'text', text: words })
