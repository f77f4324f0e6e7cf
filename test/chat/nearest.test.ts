import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestWord } from '../../src/chat/nearest.ts'

const COMMANDS = [
  '',
  'new',
  '新建',
  'edit',
  'list',
  '列表',
  'show',
  'pause',
  'resume',
  'delete',
  'status',
  'history',
  'start',
]

describe('the nearest word', () => {
  it.each([
    ['shwo', 'show'],
    ['lst', 'list'],
    ['lists', 'list'],
    ['stauts', 'status'],
    ['histroy', 'history'],
    ['hist', 'history'],
    ['RESUM', 'resume'],
    ['statuss', 'status'],
    ['新增', '新建'],
    ['show', 'show'],
  ])('to %s is %s', (typed, meant) => {
    expect(nearestWord(typed, COMMANDS)).toBe(meant)
  })

  it.each(['', 'x', 'banana', '删除', '🎉', 'constructor', 's'.repeat(12_000)])('to %.20s is none', (typed) => {
    expect(nearestWord(typed, COMMANDS)).toBeNull()
  })

  it('is none when there is nothing to choose from', () => {
    expect(nearestWord('show', [])).toBeNull()
  })

  it('is found after any single slip in a longer word', () => {
    const slip = fc.record({ word: fc.constantFrom('status', 'history', 'resume', 'delete'), at: fc.nat(4) })
    fc.assert(
      fc.property(slip, ({ word, at }) => {
        const [head, one = '', two = '', tail] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
        for (const typed of [
          head + two + tail,
          head + two + one + tail,
          `${head}q${two}${tail}`,
          `${head}q${one}${two}${tail}`,
        ]) {
          expect(nearestWord(typed, COMMANDS)).toBe(word)
        }
      }),
    )
  })
})
