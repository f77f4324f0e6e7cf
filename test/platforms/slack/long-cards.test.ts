import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/chat/card.ts'
import { buttonsIn } from '../../support/slack/reading.ts'
import { drawn, text } from './drawn.ts'
import { card } from './served.ts'

describe('a long text', () => {
  it.each([0, 1, 3_000, 3_001, 8_900])('of %i characters is shown whole', (length) => {
    const words = 'x'.repeat(length)

    expect(drawn(text(words)).words).toBe(words === '' ? 'In short' : words)
  })

  it('of emoji is never cut inside one', () => {
    const family = '👩‍👩‍👧‍👦'

    const { blocks } = drawn(text(family.repeat(700)))

    for (const shown of JSON.stringify(blocks).matchAll(/"text":"([^"]*👩[^"]*)"/g))
      expect(shown[1]?.replaceAll(family, '')).toBe('')
  })

  it('from right to left is shown whole', () => {
    const words = 'أنجزت المهمة الأولى. '.repeat(200)

    expect(drawn(text(words)).words).toBe(words)
  })

  it('of 12,000 characters says how many lines are missing, and where everything is', () => {
    const words = Array.from({ length: 240 }, (_, n) => `${n} ${'word '.repeat(9)}`.padEnd(49)).join('\n')

    const { words: shown } = drawn(text(words))

    const [, missing] = /(\d+) more lines do not fit/.exec(shown) ?? []
    const said = shown.split('\n').filter((line) => /^\d+ word/.test(line)).length
    expect(said).toBeGreaterThan(150)
    expect(Number(missing) + said).toBe(240)
    expect(shown).toContain('/ops help')
  })

  it('says so in Chinese to who reads Chinese', () => {
    expect(drawn({ ...text('字'.repeat(12_000)), locale: 'zh-CN' }).words).toContain('行放不进一条 Slack 消息')
  })

  it('of half characters and control characters is sent without them', () => {
    expect(drawn(text('a\uD83Db\u0000c\u001Bd\te\r\nf')).words).toBe('a\uFFFDbcd\te\nf')
  })
})

describe('a digest of sixty people', () => {
  const people = Array.from({ length: 60 }, (_, n): Block[] => [
    { kind: 'text', style: 'heading', text: [{ person: `m-p${n}`, name: `Person ${n}` }] },
    { kind: 'list', items: [`finished ${n}`, `plans ${n}`] },
    { kind: 'divider' },
  ])

  it('shows everybody and keeps its button when the words are few', () => {
    const body = people.flat().filter(({ kind }) => kind !== 'divider')
    const { words, blocks } = drawn(
      card('Digest', {
        title: 'Daily',
        blocks: [...body, { kind: 'buttons', buttons: [{ label: 'Answer', action: 'standup.answer' }] }],
      }),
    )

    for (let n = 0; n < 60; n++) expect(words).toContain(`plans ${n}`)
    expect(buttonsIn(blocks)).toHaveLength(1)
  })

  it('that is too much for one message ends at a person’s line, keeps its buttons and says what is missing', () => {
    const long = people
      .flat()
      .map(
        (block): Block =>
          block.kind === 'list'
            ? { kind: 'list', items: block.items.map((item) => `${item} ${'and more '.repeat(20)}`) }
            : block,
      )
    const buttons: Block = { kind: 'buttons', buttons: [{ label: 'Answer', action: 'standup.answer' }] }
    const { words } = drawn(card('Digest', { title: 'Daily', blocks: [...long, buttons] }))

    expect(words).toMatch(/\d+ more lines do not fit/)
    expect(words.endsWith('[Answer]')).toBe(true)
    expect(
      words
        .split('\n')
        .filter((line) => line.startsWith('•'))
        .every((line) => line.endsWith('and more ')),
    ).toBe(true)
  })
})
