import { describe, expect, it } from 'vitest'
import type { Block, Tone } from '../../../src/chat/card.ts'
import { bold, code, italic, mention, type Text } from '../../../src/chat/text.ts'
import type { TextBlock } from '../../../src/platforms/teams/adaptive-card.ts'
import { elementsIn } from '../../support/teams/reading.ts'
import { card, LITERAL } from '../contract/samples.ts'
import { blocksOf, drawn, text } from './drawn.ts'

const MEI = mention({ id: 'm-mei', name: 'Mei' })
const BLOCKS: Record<string, [Block, string]> = {
  'a heading': [{ kind: 'text', text: 'Blockers', style: 'heading' }, 'Blockers'],
  'a quote': [{ kind: 'text', text: 'as it\nwas said', style: 'quote' }, 'as it\nwas said'],
  facts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Lead', value: [MEI] },
        { label: 'Late', value: '' },
      ],
    },
    'Lead: @Mei\nLate: –',
  ],
  'a list': [{ kind: 'list', items: ['one', [bold('two')], ''] }, '• one\n• two'],
  'an ordered list': [{ kind: 'list', items: ['one', ['of ', MEI]], ordered: true }, '1. one\n2. of @Mei'],
  'a table': [
    {
      kind: 'table',
      columns: ['Who', '天'],
      rows: [
        ['梅', '3'],
        ['Benjamin', ''],
      ],
    },
    'Who | 天\n梅 | 3\nBenjamin | –',
  ],
  'an image': [{ kind: 'image', url: 'https://example.com/map.png', alt: 'A map' }, '(A map)'],
  'an image from nowhere': [{ kind: 'image', url: 'file:///etc/passwd', alt: 'A map' }, 'A map'],
  'small print': [
    { kind: 'context', text: ['for ', { channel: 'c-general', name: 'general' }, ' by ', MEI] },
    'for #general by @Mei',
  ],
  progress: [{ kind: 'progress', label: 'Answered', done: 3, of: 5 }, 'Answered  ██████░░░░ 3/5'],
  buttons: [{ kind: 'buttons', buttons: [{ label: 'Answer', action: 'standup.answer' }] }, '[Answer]'],
}

describe('a card', () => {
  it.each(Object.entries(BLOCKS))('shows %s', (_what, [block, words]) => {
    expect(drawn(blocksOf(block)).words).toBe(words)
  })

  it('has a line where a divider stands, if anything comes after it', () => {
    const line: Block = { kind: 'divider' }
    const shown = blocksOf(
      line,
      { kind: 'text', text: 'a' },
      line,
      line,
      { kind: 'text', text: '' },
      ...body('b'),
      line,
    )

    expect(drawn(shown).content.body.map(({ separator }) => separator ?? false)).toEqual([true, true])
  })

  it.each<[Tone, string, string | undefined]>([
    ['plain', 'Daily', undefined],
    ['good', '✅ Daily', 'good'],
    ['warning', '⚠️ Daily', 'warning'],
    ['bad', '🔴 Daily', 'attention'],
  ])('says in words and on a ground of its own that it is %s', (tone, words, style) => {
    const shown = drawn(card('', { title: 'Daily', tone }))

    expect(shown.words).toBe(words)
    const [first] = shown.content.body
    expect(first?.type === 'Container' ? first.style : undefined).toBe(style)
  })

  it('is summed up for a notification', () => {
    expect(drawn(card('long', { summary: 'Three *answers*' })).summary).toBe('Three *answers*')
    expect(drawn({ locale: 'en', summary: 'Nobody has answered', blocks: [] }).words).toBe('Nobody has answered')
    expect(drawn({ locale: 'en', summary: '\u0000', blocks: [] })).toMatchObject({ words: '–', summary: '–' })
  })

  it('emphasises and links only where we say so', () => {
    const spans: Text = [
      ...[bold('b'), italic('i'), code('c')],
      { link: 'site', href: 'https://example.com' },
      { link: 'digest', post: 'standup/known' },
      { link: '', href: 'mailto:mei@example.com' },
    ]

    expect(drawn(text(spans)).content.body).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'b', weight: 'Bolder' },
          { type: 'TextRun', text: 'i', italic: true },
          { type: 'TextRun', text: 'c', fontType: 'Monospace' },
          linked('site', 'https://example.com'),
          linked('digest', 'https://teams.microsoft.com/l/message/1'),
          linked('mailto:mei@example.com', 'mailto:mei@example.com'),
        ],
      },
    ])
  })

  it('shows as words a link that leads nowhere yet, or that is no web address', () => {
    const links: Text = [
      { link: 'digest', post: 'standup/unknown' },
      { link: ' run', href: 'javascript:alert(1)' },
    ]

    for (const shown of [drawn(text(links)), drawn(text([...links, MEI]))]) {
      expect(shown.words).toContain('digest run')
      expect(JSON.stringify(shown.content)).not.toMatch(/javascript|OpenUrl|\]\(/)
    }
  })

  it.each(Object.entries({ ...LITERAL, ...MORE_LITERAL() }))(
    'keeps what people wrote letter for letter: %s',
    (_what, words) => {
      const spans: Text = [words, ' ', bold(words), italic(words), code(words), { link: words, href: 'https://e.com' }]

      const alone = drawn(blocksOf(...body(words), { kind: 'context', text: words }))
      const mentioning = drawn(text([words, '\n', ...spans, MEI]))

      expect(alone.words).toBe(`${words}\n${words}`)
      expect(alone.content).not.toHaveProperty('msteams')
      expect(squeezed(mentioning.words)).toBe(squeezed(`${words}\n${words} ${words.repeat(4)}@Mei`))
      expect(mentioning.content.msteams?.entities).toHaveLength(1)
    },
  )

  it('shows no date where people wrote the words for one', () => {
    const words = 'due {{DATE(2026-11-27T00:00:00Z)}}'

    expect(drawn(text(words)).words).toBe(words)
    expect(drawn(text([words, MEI])).words).toBe(`${words}@Mei`)
  })
})

describe('a mention', () => {
  it('stands in a text with everything else that is in it', () => {
    const shown = drawn(
      text([MEI, ' sees ', bold('this'), ', ', { link: 'the [x] site', href: 'https://e.com/a_(b)' }]),
    )

    expect((shown.content.body[0] as TextBlock).text).toBe(
      '<at>Mei</at> sees **this**, [the \\[x\\] site](https://e.com/a_%28b%29)',
    )
    expect(shown.content.msteams?.entities).toEqual([
      { type: 'mention', text: '<at>Mei</at>', mentioned: { id: '29:mei', name: 'Mei' } },
    ])
  })

  it('of nobody whom Teams knows, and of a channel, is a name', () => {
    const shown = drawn(text([{ person: 'stranger', name: 'A*' }, ' in ', { channel: 'c-general', name: '_ops_' }]))

    expect(shown.words).toBe('@A* in #_ops_')
    expect(shown.content.body[0]?.type).toBe('RichTextBlock')
  })

  it('of two people with one name is of two people', () => {
    const wei = ['m-mei', 'm-ben', 'm-mei'].map((id) => mention({ id, name: 'Wei' }))

    const { content, words } = drawn(text(wei))

    expect(words).toBe('@Wei@Wei (2)@Wei')
    expect(content.msteams?.entities.map(({ mentioned }) => mentioned.id)).toEqual(['29:mei', '29:ben'])
  })

  it('of a name with signs in it is still one', () => {
    expect(drawn(text([mention({ id: 'm-mei', name: '<b>*Mei*</at>' }), '!'])).words).toBe('@b Mei /at!')
    expect(drawn(text([mention({ id: 'm-mei', name: '<>' })])).words).toBe('@–')
  })
})

describe('a table', () => {
  it('that a phone has no room for is told row by row', () => {
    const shown = blocksOf({
      kind: 'table',
      columns: ['Who', 'How long', 'Why'],
      rows: [['Jonas', '12 days', 'waits for the calibration rig'], ['Mei']],
    })

    expect(drawn(shown).words).toBe(
      'Jonas · How long: 12 days · Why: waits for the calibration rig\nMei · How long: – · Why: –',
    )
    expect(drawn({ ...shown, locale: 'zh-CN' }).words).toContain('Why：waits')
  })

  it('has as many cells in each row as columns', () => {
    const shown = drawn(blocksOf({ kind: 'table', columns: ['a', 'b'], rows: [['1'], ['1', '2', '3']] }))

    expect(shown.words).toBe('a | b\n1 | –\n1 | 2')
  })

  it('gives room to its columns as they need it', () => {
    const { content } = drawn(blocksOf({ kind: 'table', columns: ['Who', '天'], rows: [['Benjamin 梅', '3']] }))

    expect(elementsIn(content.body)[0]).toMatchObject({ columns: [{ width: 11 }, { width: 4 }] })
  })
})

const body = (words: string): Block[] => [{ kind: 'text', text: words }]
const squeezed = (words: string) => words.replace(/\s+/g, ' ').trim()
const linked = (label: string, url: string) => ({
  type: 'TextRun',
  text: label,
  selectAction: { type: 'Action.OpenUrl', url },
})

function MORE_LITERAL(): Record<string, string> {
  return {
    'a list': '- one\n+ two\n* three\n1. four\n2) five',
    'a heading': '# big\n===\n---\n> said',
    'a mention of Teams': '<at>Mei</at> </at>',
    'a table': '| a | b |\n|---|---|',
    'strokes and lines': '~~gone~~ ~ __init__ a_b_c',
    'back-slashes before signs': '\\* \\\\* \\_',
    'an indented line': 'x\n    y',
    'entities by number': '&#42; &#x2A; & &&amp;',
    braces: '{{x}} {a}',
  }
}
