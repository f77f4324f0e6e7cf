import fc from 'fast-check'
import type { Block, Button, Card } from '../../../src/chat/card.ts'
import type { Field, Form } from '../../../src/chat/form.ts'
import { LOCALES } from '../../../src/chat/locale.ts'
import type { Span, Text } from '../../../src/chat/text.ts'

const nasty = fc.constantFrom(
  '<!channel>',
  '<!here|x>',
  '<@U1>',
  '&lt;',
  '`',
  '```',
  '*',
  '👩‍👩‍👧‍👦',
  '字',
  'ن',
  '\uD83D',
  '\u0000',
  '\r\n',
  '\n',
  ' ',
  '‮',
)
export const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(nasty, { maxLength: 20 }).map((parts) => parts.join('')),
  fc
    .tuple(nasty, fc.constantFrom(74, 149, 300, 2_999, 3_001, 12_000))
    .map(([part, length]) => part.repeat(length).slice(0, length)),
  fc.constant('e'.concat('\u0301'.repeat(4_000))),
)
const id = fc.constantFrom('m-mei', 'm-gone', 'unknown')
const span: fc.Arbitrary<Span> = fc.oneof(
  words,
  fc.record({ bold: words }),
  fc.record({ italic: words }),
  fc.record({ code: words }),
  fc.record({ person: id, name: words }),
  fc.record({ channel: fc.constantFrom('c-general', 'unknown'), name: words }),
  fc.record({ link: words, href: fc.oneof(words, fc.webUrl(), fc.constant('https://e.com/<!channel|a>')) }),
  fc.record({ link: words, post: fc.constantFrom('standup/known', 'standup/unknown') }),
)
const text: fc.Arbitrary<Text> = fc.oneof(words, fc.array(span, { maxLength: 14 }))

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: words,
    action: fc.constantFrom('standup.answer', 'ops.help'),
    value: words.map((value) => value.slice(0, 2_000)),
    style: fc.constantFrom('primary' as const, 'danger' as const),
    confirm: fc.record({ title: words, text: words, yes: words, no: words }),
  },
  { requiredKeys: ['label', 'action'] },
)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text,
    style: fc.constantFrom('heading' as const, 'body' as const, 'quote' as const),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: words, value: text }), { maxLength: 15 }),
  }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 30 }) }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 15 }), ordered: fc.boolean() }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(words, { maxLength: 5 }),
    rows: fc.array(fc.array(words, { maxLength: 6 }), { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('image' as const), url: fc.oneof(fc.webUrl(), words), alt: words }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('context' as const), text }),
  fc.record({ kind: fc.constant('progress' as const), label: words, done: fc.nat(9), of: fc.nat(9) }),
)
export const card: fc.Arbitrary<Card> = fc.record(
  {
    locale: fc.constantFrom(...LOCALES),
    summary: words,
    title: words,
    tone: fc.constantFrom('plain' as const, 'good' as const, 'warning' as const, 'bad' as const),
    blocks: fc.oneof(fc.array(block, { maxLength: 8 }), fc.array(block, { minLength: 50, maxLength: 90 })),
  },
  { requiredKeys: ['locale', 'summary', 'blocks'] },
)

const option = fc.nat(400).map((n) => ({ value: `v&${n}`, label: `${n}` }))
const optionList = fc.uniqueArray(
  fc.tuple(option, words).map(([{ value }, label]) => ({ value, label })),
  { selector: ({ value }) => value, maxLength: 160 },
)
const kind = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    value: words,
    lines: fc.constantFrom('one' as const, 'many' as const),
    maxLength: fc.integer({ min: 1, max: 9_000 }),
    placeholder: words,
  }),
  fc.record({
    kind: fc.constant('number' as const),
    value: fc.double({ noNaN: true }),
    min: fc.integer(),
    max: fc.integer(),
    whole: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('choice' as const), options: optionList, value: option.map(({ value }) => value) }),
  fc.record({
    kind: fc.constant('choices' as const),
    options: optionList,
    values: fc.array(option.map(({ value }) => value)),
  }),
  fc.record({ kind: fc.constant('person' as const), value: id }),
  fc.record({ kind: fc.constant('people' as const), values: fc.array(id) }),
  fc.record({ kind: fc.constant('channel' as const), value: fc.constantFrom('c-general', 'unknown') }),
  fc.record({ kind: fc.constant('date' as const), value: fc.oneof(fc.constant('2026-02-31'), words) }),
  fc.record({ kind: fc.constant('time' as const), value: fc.oneof(fc.constant('23:59'), words) }),
  fc.record({ kind: fc.constant('toggle' as const), value: fc.boolean(), on: words }),
)
export const form: fc.Arbitrary<Form> = fc.record(
  {
    locale: fc.constantFrom(...LOCALES),
    id: fc.constant('standup.new'),
    title: words,
    submit: words,
    context: words.map((value) => value.slice(0, 2_000)),
    intro: text,
    fields: fc
      .array(fc.record({ about: fc.record({ label: words, hint: words, optional: fc.boolean() }), kind }), {
        maxLength: 25,
      })
      .map((fields) => fields.map(({ about, kind: rest }, n) => ({ name: `f${n}`, ...about, ...rest }) as Field)),
  },
  { requiredKeys: ['locale', 'id', 'title', 'submit', 'fields'] },
)
