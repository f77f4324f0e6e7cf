import type { Card } from '../../../src/chat/card.ts'
import type { Form } from '../../../src/chat/form.ts'
import { bold, code, italic, mention } from '../../../src/chat/text.ts'

const MIRA = { id: 'member-mira', name: 'Mira Falkenrath' }
const MEI = { id: 'member-mei', name: '陈梅' }

/** A card with every kind of block. */
export const everyBlock: Card = {
  locale: 'en',
  summary: 'Daily sync: 4 of 6 have answered',
  title: 'Daily sync · Monday, 4 May',
  tone: 'good',
  blocks: [
    { kind: 'text', style: 'heading', text: 'Blockers first' },
    {
      kind: 'text',
      text: [
        mention(MEI),
        ' waits for the ',
        bold('calibration rig'),
        ', see ',
        { link: 'the order', href: 'https://example.com' },
        '.',
      ],
    },
    { kind: 'text', style: 'quote', text: 'The rig is with the supplier until Thursday.\nWe test with the old one.' },
    {
      kind: 'facts',
      facts: [
        { label: 'Lead', value: [mention(MIRA)] },
        { label: 'Where', value: [{ channel: 'channel-engineering', name: 'engineering' }] },
        { label: 'Answered', value: '4 of 6' },
        { label: 'Away', value: 'Theo Marchbank (until Friday)' },
      ],
    },
    { kind: 'progress', label: 'Answers', done: 4, of: 6 },
    {
      kind: 'list',
      items: ['Firmware 2.4 is out', [code('drift < 0.2 %'), ' on ', italic('all'), ' probes'], 'Two tickets closed'],
    },
    { kind: 'list', ordered: true, items: ['Write the release note', 'Call the supplier'] },
    {
      kind: 'table',
      columns: ['Who', 'Answered', 'Streak', 'Last blocker'],
      rows: [
        ['Mira Falkenrath', '09:02', '12', '–'],
        ['Jonas Ebersweil', '09:07', '3', 'Waiting for the calibration rig since Thursday'],
        ['陈梅', '09:11', '21', '–'],
      ],
    },
    { kind: 'image', url: '/playground/favicon.svg', alt: 'A drum' },
    { kind: 'divider' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Answer', action: 'standup.answer', value: 'run-1', style: 'primary' },
        { label: 'Skip today', action: 'standup.skip', value: 'run-1' },
        {
          label: 'Delete',
          action: 'standup.delete',
          value: 'run-1',
          style: 'danger',
          confirm: {
            title: 'Delete Daily sync?',
            text: 'Its answers stay in the history, but nobody is asked again.',
            yes: 'Delete',
            no: 'Keep it',
          },
        },
      ],
    },
    { kind: 'context', text: ['The digest comes at 09:20. Answers can be changed until then.'] },
  ],
}

export const toned = (tone: 'plain' | 'good' | 'warning' | 'bad'): Card => ({
  locale: 'en',
  summary: `A ${tone} card`,
  title: `A ${tone} card`,
  tone,
  blocks: [{ kind: 'text', text: `This is how ${tone} looks.` }],
})

export const chineseCard: Card = {
  locale: 'zh-CN',
  summary: '每日站会：请填写今天的进展',
  title: '每日站会 · 5月4日 星期一',
  tone: 'warning',
  blocks: [
    { kind: 'text', text: [mention(MEI), '，还有 10 分钟就要汇总了，请填写今天的进展。'] },
    { kind: 'progress', label: '已填写', done: 4, of: 6 },
    { kind: 'buttons', buttons: [{ label: '填写', action: 'standup.answer', value: 'run-1', style: 'primary' }] },
  ],
}

/** A form with every kind of field. */
export const everyField: Form = {
  locale: 'en',
  id: 'standup.new',
  title: 'Set up a stand-up',
  submit: 'Create',
  context: 'standup-7',
  intro: [
    'Everybody chosen here is asked at the time, and the digest goes to the channel. ',
    bold('You can change all of it later.'),
  ],
  fields: [
    { kind: 'text', name: 'name', label: 'Name', placeholder: 'Daily sync', maxLength: 80 },
    { kind: 'channel', name: 'channel', label: 'Channel', value: 'channel-engineering' },
    { kind: 'people', name: 'participants', label: 'Who takes part', values: ['member-mira'] },
    {
      kind: 'choices',
      name: 'days',
      label: 'On which days',
      values: ['1', '2'],
      options: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, index) => ({
        value: String(index + 1),
        label,
      })),
    },
    { kind: 'time', name: 'time', label: 'Time', value: '09:00' },
    {
      kind: 'choice',
      name: 'zone',
      label: 'Whose time',
      value: 'team',
      options: [
        { value: 'team', label: 'The team’s (Europe/Berlin)' },
        { value: 'member', label: 'Everybody’s own' },
      ],
    },
    {
      kind: 'text',
      name: 'questions',
      label: 'Questions',
      hint: 'One a line, at most ten.',
      lines: 'many',
      value: 'What did you finish?',
    },
    { kind: 'number', name: 'delay', label: 'Digest after how many minutes', value: 20, min: 1, max: 480, whole: true },
    { kind: 'date', name: 'from', label: 'First day', optional: true },
    { kind: 'person', name: 'lead', label: 'Lead', value: 'member-mira', hint: 'Hears who missed three in a row.' },
    {
      kind: 'toggle',
      name: 'reminder',
      label: 'Reminder',
      on: 'Remind half-way whoever has not answered',
      value: true,
    },
  ],
}
