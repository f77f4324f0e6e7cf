import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNoBlocker, isPass, isResolved, readAnswer, readNumber } from '../../../src/flows/standup/answer-values.ts'
import { runWords } from '../../../src/flows/standup/messages/run.ts'

const moods = runWords.en.moods

describe('numbers as people type them', () => {
  it.each([
    ['7', '7'],
    [' 3.5 ', '3.5'],
    ['3,5', '3.5'],
    ['1,234', '1234'],
    ['1.234', '1.234'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1 234,5', '1234.5'],
    ["1'234", '1234'],
    ['３．５', '3.5'],
    ['−7', '-7'],
    ['+7', '7'],
    ['-0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['12345678901234567890', '12345678901234567890'],
  ])('reads %j as %s', (typed, wanted) => {
    expect(readNumber(typed)).toBe(wanted)
  })

  it.each(['', 'x', '7/10', '1,2,3', '1.2.3', '1,23.4,5', '--3', '5%', '1e9', '9'.repeat(31), '٣'])(
    'refuses %j',
    (typed) => {
      expect(readNumber(typed)).toBeNull()
    },
  )

  it('reads back every number that it has read', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+]?[\d., ]{1,12}$/), (typed) => {
        const read = readNumber(typed)
        expect(read === null || readNumber(read) === read).toBe(true)
      }),
    )
  })
})

describe('choices and moods', () => {
  const where = { kind: 'choice' as const, options: ['Office', 'Home', 'Away', 'Home office'] }

  it.each([
    ['home', 'Home'],
    ['2', 'Home'],
    ['off', 'Office'],
    ['home o', 'Home office'],
  ])('reads %j as %s', (typed, value) => {
    expect(readAnswer(where, typed, moods)).toEqual({ value })
  })

  it.each(['0', '5', 'hom', 'beach', ''])('refuses %j, which could be none or several', (typed) => {
    expect(readAnswer(where, typed, moods)).toEqual({ problem: 'choice' })
  })

  it.each(['4', '🙂', 'good', 'Good'])('reads the mood %j', (typed) => {
    expect(readAnswer({ kind: 'mood', options: [] }, typed, moods)).toEqual({ value: '4' })
  })

  it('reads a mood in Chinese words', () => {
    expect(readAnswer({ kind: 'mood', options: [] }, '很糟', runWords['zh-CN'].moods)).toEqual({ value: '1' })
  })
})

describe('texts', () => {
  const text = { kind: 'text' as const, options: [] }

  it('keeps 12,000 characters and refuses one more', () => {
    expect(readAnswer(text, 'x'.repeat(12_000), moods)).toEqual({ value: 'x'.repeat(12_000) })
    expect(readAnswer(text, 'x'.repeat(12_001), moods)).toEqual({ problem: 'long' })
  })
})

describe('answers to what blocks somebody', () => {
  it.each([
    'none',
    'None.',
    'NOPE',
    ' no ',
    'n/a',
    '-',
    'Nothing!',
    '无',
    '没有。',
    '暂无',
    "I'm not blocked",
    'I’m not blocked',
    '…',
    '',
  ])('takes %j as nothing', (answer) => {
    expect(isNoBlocker(answer)).toBe(true)
  })

  it.each(['no access to staging', 'nothing works', 'VPN', '没有权限', '🔥'])('takes %j as a blocker', (answer) => {
    expect(isNoBlocker(answer)).toBe(false)
  })

  it.each(['resolved', 'Fixed!', '已解决', '搞定了。'])('takes %j as the end of it', (answer) => {
    expect(isResolved(answer)).toBe(true)
  })

  it('passes over a question in both languages', () => {
    expect([isPass('Skip'), isPass('跳过'), isPass('skip the build')]).toEqual([true, true, false])
  })
})
