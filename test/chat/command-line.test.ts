import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CommandLine, parseCommandLine, splitSubcommand } from '../../src/chat/command-line.ts'

const LONGEST_MESSAGE = 12_000

const wordsOf = (text: string) => parseCommandLine(text).words
const optionsOf = (text: string) => ({ ...parseCommandLine(text).options })

const parts = (text: string): CommandLine => {
  const line = parseCommandLine(text)
  return { ...line, options: { ...line.options } }
}

describe('a command line', () => {
  it('is taken apart into words, options, people and channels', () => {
    const text = 'edit "Daily sync" time:9:30 <@m1> <#c1|general>'

    expect(parts(text)).toEqual({
      words: ['edit', 'Daily sync'],
      options: { time: '9:30' },
      people: ['m1'],
      channels: ['c1'],
      text,
    })
  })

  it.each<[string, string[]]>([
    ['“Daily sync” now', ['Daily sync', 'now']],
    ['「每日 站会」 现在', ['每日 站会', '现在']],
    ['『每日 站会』', ['每日 站会']],
    ['＂每日 站会＂', ['每日 站会']],
    ['”Daily sync” now', ['Daily sync', 'now']],
    ['"He said “no” twice"', ['He said “no” twice']],
    ['"Daily sync', ['Daily sync']],
    ['show "Daily sync and more', ['show', 'Daily sync and more']],
    ['"" show', ['show']],
    ['don\'t 5" wide', ["don't", '5"', 'wide']],
  ])('reads the quotes of %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('takes full-width spaces for spaces', () => {
    expect(wordsOf('　站会　每日\u00a0早上 ')).toEqual(['站会', '每日', '早上'])
  })

  it.each<[string, Record<string, string>]>([
    ['time:9:30', { time: '9:30' }],
    ['Time:9am', { time: '9am' }],
    ['时间：9点半', { 时间: '9点半' }],
    ['时间：上午9：30', { 时间: '上午9：30' }],
    ['name:"Daily sync" days:mon-fri', { name: 'Daily sync', days: 'mon-fri' }],
    ['名称：「每日站会」', { 名称: '每日站会' }],
    ['name:""', { name: '' }],
    ['name:"Daily sync', { name: 'Daily sync' }],
    ['a:1 a:2', { a: '2' }],
    ['digest-delay:20 q1:red', { 'digest-delay': '20', q1: 'red' }],
    ['url:https://a.b/c', { url: 'https://a.b/c' }],
    ['constructor:x __proto__:y', { constructor: 'x' }],
  ])('reads the options of %s', (text, options) => {
    expect(optionsOf(text)).toEqual(options)
  })

  it.each(['https://a.b/c?d=e', '9:30', '９：３０', '上午9:30', '上午9：30', ':smile:', 'time:', ':x', '1st:2'])(
    'takes %s for a word',
    (text) => {
      expect(parts(text)).toMatchObject({ words: [text], options: {} })
    },
  )

  it('has no option that was not typed', () => {
    expect(parseCommandLine('show').options.constructor).toBeUndefined()
  })

  it.each<[string, string[], string[]]>([
    ['<@U1><@U2>', ['U1', 'U2'], []],
    ['<@U1>, <@U2>，<@U3>、<@U4>', ['U1', 'U2', 'U3', 'U4'], []],
    ['ask<@U1|ann lee>now', ['U1'], ['ask', 'now']],
    ['<!channel> <https://a.b|a>', [], ['<!channel>', '<https://a.b|a>']],
    ['<@> <@ U1> <@U1', [], ['<@>', '<@', 'U1>', '<@U1']],
  ])('finds the people in %s', (text, people, words) => {
    expect(parts(text)).toMatchObject({ people, words })
  })

  it('knows a mention in an option as its value and as a person', () => {
    expect(parts('manager:<@m1|Ann Lee> backup：<@m2>')).toMatchObject({
      words: [],
      options: { manager: '<@m1|Ann Lee>', backup: '<@m2>' },
      people: ['m1', 'm2'],
    })
  })

  it('never fails and loses no letter of plain words, whatever is typed', () => {
    const signs = fc.constantFrom(...'ab1:：<@#>|"“”「」 \u3000,/', '🎉', 'שלום', '站会', '\u202e', '\ud83d')
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 200 }), (text) => {
        const line = parseCommandLine(text)
        expect(line.text).toBe(text)
        expect(line.words.every((word) => word !== '' && text.includes(word))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z\u4e00-\u9fff]{1,8}$/)), (words) => {
        expect(wordsOf(words.join(' '))).toEqual(words)
      }),
    )
  })

  it('reads the longest message at once', () => {
    for (const sign of [
      'a',
      ' ',
      '"',
      '<@',
      '<@U',
      '<',
      'a:',
      '：',
      '「',
      '<@U|',
      ', ',
      'é:é ',
      '🎉',
      'a"b ',
      '<@U1>',
    ]) {
      const started = performance.now()
      parseCommandLine(sign.repeat(LONGEST_MESSAGE))
      expect(performance.now() - started, JSON.stringify(sign)).toBeLessThan(1_000)
    }
  })
})

describe('a subcommand', () => {
  it.each<[string, string, string]>([
    ['', '', ''],
    ['   ', '', ''],
    ['Show', 'show', ''],
    ['edit "Daily Sync"  time:9:30 ', 'edit', '"Daily Sync"  time:9:30'],
    ['　新建　每日站会', '新建', '每日站会'],
    ['ＳＨＯＷ x', 'show', 'x'],
  ])('is the first word of %j', (text, name, rest) => {
    expect(splitSubcommand(text)).toEqual({ name, rest })
  })
})
