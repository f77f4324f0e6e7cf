import { describe, expect, it } from 'vitest'
import type { Block, Button } from '../../../src/chat/card.ts'
import { mention } from '../../../src/chat/text.ts'
import { actionsIn, runsIn } from '../../support/teams/reading.ts'
import { card } from '../contract/samples.ts'
import { blocksOf, drawn, text } from './drawn.ts'

const LINES = Array.from({ length: 800 }, (_, n) => `${n} ${'word '.repeat(9)}`.padEnd(49))
const answer: Block = { kind: 'buttons', buttons: [{ label: 'Answer', action: 'standup.answer' }] }
const said = (words: string) => words.split('\n').filter((line) => /^\W*\d+ word/.test(line)).length
const missing = (words: string) => Number(/(\d+) more lines do not fit/.exec(words)?.[1] ?? 0)

describe('a long text', () => {
  it.each([0, 1, 3_000, 3_001, 12_000, 24_000])('of %i characters is shown whole', (length) => {
    const words = 'x'.repeat(length)

    expect(drawn(text(words)).words).toBe(words === '' ? 'In short' : words)
  })

  it('of emoji is never cut inside one', () => {
    const family = '👩‍👩‍👧‍👦'

    const { content } = drawn(text(family.repeat(2_000)))

    expect(runsIn(content)[0]?.text.replaceAll(family, '')).toBe('')
  })

  it('says how many lines are missing, and where everything is', () => {
    const { words } = drawn(text(LINES.join('\n')))

    expect(said(words)).toBeGreaterThan(450)
    expect(missing(words) + said(words)).toBe(800)
    expect(words).toContain('ops help')
  })

  it('says so in Chinese to who reads Chinese', () => {
    expect(drawn({ ...text('字'.repeat(12_000)), locale: 'zh-CN' }).words).toContain('行放不进一张 Teams 卡片')
  })

  it('of half characters and control characters is shown without them', () => {
    expect(drawn(text('a\uD83Db\u0000c\u001Bd\te\r\nf')).words).toBe('a\uFFFDbcd\te\nf')
  })

  it('mentions only those whom it still shows', () => {
    const long = { kind: 'text' as const, text: [...LINES.join('\n'), mention({ id: 'm-mei', name: 'Mei' })] }
    const { content } = drawn(blocksOf({ kind: 'text', text: [mention({ id: 'm-ben', name: 'Ben' })] }, long))

    expect(content.msteams?.entities.map(({ mentioned }) => mentioned.name)).toEqual(['Ben'])
  })

  it('that mentions somebody in it is cut within what is said', () => {
    const spans = [mention({ id: 'm-mei', name: 'Mei' }), '\n', LINES.join('\n')]
    const { words } = drawn(text(spans))

    expect(said(words)).toBeGreaterThan(400)
    expect(missing(words) + said(words)).toBe(800)
  })
})

describe('a long card', () => {
  it.each<[string, Block, RegExp]>([
    ['facts', { kind: 'facts', facts: LINES.map((value, n) => ({ label: `${n}`, value })) }, /(word ){9} *$/],
    ['items', { kind: 'list', items: LINES }, /(word ){9} *$/],
    ['rows', { kind: 'table', columns: ['What', 'Why'], rows: LINES.map((line) => [line, 'because']) }, /because$/],
    ['narrow rows', { kind: 'table', columns: ['a', 'b'], rows: LINES.map((_, n) => [`${n} word`, 'x']) }, /x$/],
  ])('of %s ends after a whole one and keeps its button', (_what, block, end) => {
    const { words } = drawn(blocksOf(block, { kind: 'text', text: 'the end' }, answer))

    const shown = words.split('\n').filter((line) => /\d+(: )?.*word/.test(line))
    expect(shown.length).toBeGreaterThan(50)
    expect(shown.at(-1)).toMatch(end)
    expect(shown.length + missing(words)).toBe(801)
    expect(words.endsWith('[Answer]')).toBe(true)
    expect(words).not.toContain('the end')
  })

  it.each([0, 60, 120, 180, 240, 300])('with a title of %i characters does not end within an item either', (length) => {
    const items = LINES.map((line) => `${line} ${'word '.repeat(80)}.`)
    const { words } = drawn(card('', { title: 'x'.repeat(length), blocks: [{ kind: 'list', items }] }))

    expect(words).toMatch(/(word ){80}\.\n\d+ more lines/)
  })

  it('of many blocks ends after a whole one, keeps all buttons and says what is missing where it is missing', () => {
    const blocks = LINES.flatMap((line): Block[] => [{ kind: 'text', text: line }, { kind: 'divider' }])
    const { words } = drawn(blocksOf(answer, ...blocks, answer))

    expect(words.split('\n').slice(-2)).toEqual([expect.stringContaining('more lines do not fit'), '[Answer]'])
    expect(words.startsWith('[Answer]')).toBe(true)
    expect(said(words) + missing(words)).toBe(800)
  })

  it.each<[string, Block]>([
    ['an item', { kind: 'list', items: [LINES.join(' ')] }],
    ['a fact', { kind: 'facts', facts: [{ label: 'Said', value: LINES.join(' ') }] }],
    ['a label', { kind: 'progress', label: LINES.join(' '), done: 1, of: 2 }],
    ['a cell', { kind: 'table', columns: ['Said', 'By'], rows: [[LINES.join(' '), 'Mei']] }],
    ['a note', { kind: 'context', text: LINES.join(' ') }],
  ])('that is %s is shown as far as there is room', (_what, block) => {
    const { words } = drawn(blocksOf(block, answer))

    expect(words.length).toBeGreaterThan(23_000)
    expect(words).toMatch(/One more line does not fit/)
  })

  it('with long names everywhere keeps all its buttons', () => {
    const long = '字'.repeat(12_000)
    const confirm = { title: long, text: long, yes: long, no: long }
    const buttons = Array.from({ length: 30 }, (_, n): Button => ({ label: `${n} ${long}`, action: 'ops.go' }))
    const asking: Button = { label: 'Delete', action: 'ops.delete', confirm }

    const shown = card(long, {
      title: long,
      summary: long,
      blocks: [{ kind: 'buttons', buttons: [...buttons, asking] }],
    })

    expect(actionsIn(drawn(shown).content)).toHaveLength(31)
  })

  it('whose buttons hold very much keeps them all, and does without old clients', () => {
    const buttons = Array.from(
      { length: 5 },
      (_, n): Button => ({ label: `${n}`, action: 'a.b', value: '\u0000'.repeat(700) }),
    )
    const { content, words } = drawn(blocksOf({ kind: 'list', items: LINES }, { kind: 'buttons', buttons }))

    expect(actionsIn(content).map((action) => 'fallback' in action)).toEqual(Array(5).fill(false))
    expect(said(words)).toBeGreaterThan(5)
  })

  it('of nothing but too many buttons shows the first of them', () => {
    const buttons = Array.from(
      { length: 400 },
      (_, n): Button => ({ label: `${n}`, action: 'ops.go', value: 'v'.repeat(99) }),
    )
    const { content, words } = drawn(
      blocksOf(...LINES.map((line) => ({ kind: 'text', text: line }) as const), { kind: 'buttons', buttons }),
    )

    expect(actionsIn(content).length).toBeGreaterThan(80)
    expect(words).toMatch(/^800 more lines do not fit.*\n\[0\] \[1\]/)
  })
})
