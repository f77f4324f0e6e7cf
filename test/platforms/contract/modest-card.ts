import fc from 'fast-check'
import type { Block, Card } from '../../../src/chat/card.ts'
import { LOCALES } from '../../../src/chat/locale.ts'
import { mention, type Span, type Text } from '../../../src/chat/text.ts'
import { LITERAL, named } from './samples.ts'
import type { Stage } from './stage.ts'

const odd = fc.constantFrom(...Object.values(LITERAL), '\uD83D', '\u0000', '\r\n', '\n', '\u202E', '&', '<', '')
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 24 }), odd)
// The one sign that a link's label cannot have everywhere.
const label = words.map((text) => text.replaceAll('|', '/'))
const KINDS: { [K in Block['kind']]: true } = {
  ...{ text: true, facts: true, list: true, table: true, image: true },
  ...{ divider: true, progress: true, buttons: true, context: true },
}

/** Cards of a size that people write, with anything in them that people write. */
export function modestCard({ mira, room }: Stage): fc.Arbitrary<Card> {
  const span: fc.Arbitrary<Span> = fc.oneof(
    ...[words, fc.record({ bold: words }), fc.record({ italic: words }), fc.record({ code: words })],
    fc.constant(mention(named(mira))),
    fc.constant({ channel: room.ours, name: room.name }),
    fc.record({ person: fc.constant('m-unknown'), name: words }),
    fc.record({ link: label, href: fc.oneof(words, fc.webUrl({ size: 'small' })) }),
    fc.record({ link: label, post: fc.constant('contract/unknown') }),
  )
  const text: fc.Arbitrary<Text> = fc.oneof(words, fc.array(span, { maxLength: 4 }))
  const block = fc.constantFrom(...(Object.keys(KINDS) as Block['kind'][])).chain((kind) => blockOf(kind, text))
  return fc.record(
    {
      locale: fc.constantFrom(...LOCALES),
      summary: fc.constant('In short'),
      title: words,
      tone: fc.constantFrom('plain', 'good', 'warning', 'bad'),
      blocks: fc.array(block, { maxLength: 6 }),
    },
    { requiredKeys: ['locale', 'summary', 'blocks'] },
  )
}

function blockOf(kind: Block['kind'], text: fc.Arbitrary<Text>): fc.Arbitrary<Block> {
  const of = <K extends Block['kind'], Rest>(name: K, rest: fc.Arbitrary<Rest>) =>
    rest.map((more) => ({ kind: name, ...more }))
  switch (kind) {
    case 'text':
      return of(kind, fc.record({ text, style: fc.constantFrom('heading', 'body', 'quote') }))
    case 'context':
      return of(kind, fc.record({ text }))
    case 'facts':
      return of(kind, fc.record({ facts: fc.array(fc.record({ label: words, value: text }), { maxLength: 4 }) }))
    case 'list':
      return of(kind, fc.record({ items: fc.array(text, { maxLength: 4 }), ordered: fc.boolean() }))
    case 'buttons':
      return of(kind, fc.record({ buttons: fc.array(button, { maxLength: 4 }) }))
    case 'table':
      return fc.integer({ min: 1, max: 4 }).chain((width) => of(kind, table(width)))
    case 'image':
      return of(kind, fc.record({ url: fc.oneof(fc.webUrl({ size: 'small' }), words), alt: words }))
    case 'divider':
      return fc.constant({ kind })
    case 'progress':
      return of(kind, fc.record({ label: words, done: fc.nat(9), of: fc.nat(9) }))
  }
}

const button = fc.record({
  label: words.map((text) => text.slice(0, 60)),
  action: fc.constant('standup.answer'),
  value: words,
})

const row = (width: number) => fc.array(words, { minLength: width, maxLength: width })
const table = (width: number) => fc.record({ columns: row(width), rows: fc.array(row(width), { maxLength: 4 }) })
