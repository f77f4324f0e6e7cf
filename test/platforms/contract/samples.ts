import type { Block, Card } from '../../../src/chat/card.ts'
import type { Field, Form } from '../../../src/chat/form.ts'
import { bold, code, italic, mention, type Text } from '../../../src/chat/text.ts'
import type { Picture } from '../../../src/platform.ts'
import type { Stage } from './stage.ts'

export const card = (text: Text, more: Partial<Card> = {}): Card => ({
  locale: 'en',
  summary: 'In short',
  blocks: [{ kind: 'text', text }],
  ...more,
})

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** One pixel, and as many bytes after it as a picture has that is worth a file. */
export const DOT: Picture = {
  name: 'pareto.png',
  alt: '12 late deliveries & 3 <broken> sensors, 迟交 12 件',
  png: Buffer.concat([PIXEL, Buffer.alloc(9_000)]).toString('base64'),
}
export const SMALL_DOT: Picture = { ...DOT, png: PIXEL.toString('base64') }

export const withButton = (label: string, action: string, value?: string): Card =>
  card('Time for the stand-up', {
    blocks: [{ kind: 'buttons', buttons: [{ label, action, ...(value !== undefined && { value }) }] }],
  })

export const form = (more: Partial<Form> = {}): Form => ({
  locale: 'en',
  id: 'standup.new',
  title: 'New stand-up',
  submit: 'Save',
  fields: [{ name: 'name', label: 'Name', kind: 'text' }],
  ...more,
})

/** What people write and what must stay as they wrote it. */
export const LITERAL: Record<string, string> = {
  'a cry to everybody': '<!channel> <!here|x> @channel @everyone',
  'a mention by hand': '<@UMIRA> <#CGENERAL> <@mira>',
  'a tag': '<script>alert("1")</script>',
  'an entity': '&amp; &lt;b&gt; R&D',
  emphasis: '*bold* _slanted_ ~gone~ **more** # head',
  'back-ticks': '`code` ```block``` > quote',
  'a link by hand': '[here](https://e.com) <https://e.com|there> https://e.com/a_b*c*',
  'a name of an emoji': ':smile: :+1: :tada:',
  emoji: '👩‍👩‍👧‍👦 🇨🇳 👍🏽',
  'right to left': 'أنجزت المهمة الأولى، שלום',
  Chinese: '今天完成了固件发布，明天写说明。',
  'a back-slash': 'C:\\new\\table %26 100%',
}

/** One of each kind: a new kind does not compile until it is here. */
export function everyBlock({ mira, room }: Stage): { [K in Block['kind']]: Extract<Block, { kind: K }> } {
  return {
    text: {
      kind: 'text',
      style: 'quote',
      text: [mention(named(mira)), ' waits for ', bold('the rig'), ', ', italic('still')],
    },
    facts: {
      kind: 'facts',
      facts: [
        { label: 'Lead', value: [mention(named(mira))] },
        { label: 'Where', value: [{ channel: room.ours, name: room.name }] },
      ],
    },
    list: { kind: 'list', items: ['Firmware is out', [code('drift < 0.2'), ' on all probes']] },
    table: {
      kind: 'table',
      columns: ['Who', 'Streak'],
      rows: [
        ['Jonas', '12'],
        ['陈梅', '21'],
      ],
    },
    image: { kind: 'image', url: 'https://example.com/drum.png', alt: 'A drum' },
    divider: { kind: 'divider' },
    progress: { kind: 'progress', label: 'Answers', done: 4, of: 6 },
    buttons: {
      kind: 'buttons',
      buttons: [{ label: 'Answer', action: 'standup.answer', value: 'run-1', style: 'primary' }],
    },
    context: { kind: 'context', text: ['The digest comes at 09:20, ', bold('not'), ' later.'] },
  }
}

export const named = ({ ours, name }: { ours: string; name: string }) => ({ id: ours, name })

const MODES = [
  { value: 'team', label: 'Team’s zone' },
  { value: 'own', label: 'Own zone' },
]
const DAYS = ['Mon', 'Tue', 'R&D <day>'].map((label) => ({ value: `day:${label}`, label }))

/** One of each kind with something in it: a new kind does not compile until it is here. */
export function everyField({ mira, mei, room }: Stage): { [K in Field['kind']]: Extract<Field, { kind: K }> } {
  const about = (name: string) => ({ name, label: `The ${name}`, hint: `About the ${name}` })
  return {
    text: { ...about('text'), kind: 'text', lines: 'many', value: Object.values(LITERAL).join('\n') },
    number: { ...about('number'), kind: 'number', value: 20, min: 0, max: 600, whole: true },
    choice: { ...about('choice'), kind: 'choice', options: MODES, value: 'own' },
    choices: { ...about('choices'), kind: 'choices', options: DAYS, values: ['day:Mon', 'day:R&D <day>'] },
    person: { ...about('person'), kind: 'person', value: mei.ours },
    people: { ...about('people'), kind: 'people', values: [mira.ours, mei.ours] },
    channel: { ...about('channel'), kind: 'channel', value: room.ours },
    date: { ...about('date'), kind: 'date', value: '2026-11-23' },
    time: { ...about('time'), kind: 'time', value: '09:30' },
    toggle: { ...about('toggle'), kind: 'toggle', value: true, on: 'Remind half-way' },
  }
}

/** The field with nothing in it, which may stay so. */
export const emptied = ({ value: _value, values: _values, ...field }: Field & { value?: unknown; values?: unknown }) =>
  ({ ...field, optional: true }) as Field
