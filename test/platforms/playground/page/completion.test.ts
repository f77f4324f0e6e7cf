import { describe, expect, it } from 'vitest'
import { complete, type Known } from '../../../../src/platforms/playground/page/completion.ts'

const entry = (flow: string, command: string) => ({
  ...{ flow, command, does: { en: `Does ${command}`, 'zh-CN': `执行${command}` } },
})
const known: Known = {
  commands: [entry('standup', 'new'), entry('standup', 'list'), entry('ops', 'help'), entry('ops', '')],
  people: [
    { id: 'mei', name: '陈梅' },
    { id: 'mira', name: 'Mira Falkenrath' },
  ],
  channels: [{ id: 'general', name: 'general' }],
  locale: 'en',
}
const labels = (text: string, caret = text.length) =>
  complete(text, caret, known)?.suggestions.map(({ label }) => label) ?? null

describe('complete', () => {
  it.each([
    ['/', ['/standup new', '/standup list', '/ops help', '/ops']],
    ['/st', ['/standup new', '/standup list']],
    ['/standup ', ['/standup new', '/standup list']],
    ['/Standup  L', ['/standup list']],
    ['/new', ['/standup new']],
    ['/ops', ['/ops help', '/ops']],
    ['/standup new Daily', null],
    ['/nothing', null],
    ['say /standup', null],
    ['', null],
  ])('offers commands for %o', (text, expected) => {
    expect(labels(text)).toEqual(expected)
  })

  it.each([
    ['@', ['@mei', '@mira']],
    ['hello @mi', ['@mira']],
    ['hello @falk', ['@mira']],
    ['你好 @陈', ['@mei']],
    ['see #', ['#general']],
    ['mail@', null],
    ['@nobody', null],
  ])('offers people and channels for %o', (text, expected) => {
    expect(labels(text)).toEqual(expected)
  })

  it('completes a mention in the middle of a command', () => {
    const text = '/ops manager @me please'

    expect(complete(text, '/ops manager @me'.length, known)).toMatchObject({
      ...{ from: 13, to: 16, suggestions: [{ insert: '@mei ', detail: '陈梅' }] },
    })
  })

  it('says what a command does in the language of the reader', () => {
    expect(complete('/standup n', 10, { ...known, locale: 'zh-CN' })?.suggestions[0]?.detail).toBe('执行new')
  })
})
