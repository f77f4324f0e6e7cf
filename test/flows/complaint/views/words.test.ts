import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../../../src/chat/command-line.ts'
import { plain } from '../../../../src/chat/text.ts'
import { readFilters } from '../../../../src/flows/complaint/views/filters.ts'
import { linkedText } from '../../../../src/flows/complaint/views/linked-text.ts'
import { replaced } from '../../../../src/flows/complaint/views/masked.ts'
import { storySentences } from '../../../../src/flows/complaint/views/messages/story.ts'

const filters = (typed: string) => readFilters(parseCommandLine(typed))
const NONE = filters('')

describe('filters', () => {
  it.each([
    ['', {}],
    ['mine', { isMine: true }],
    ['我的 超时', { isMine: true, isBreached: true }],
    ['未结', {}],
    ['closed s1 S2', { state: 'closed', severities: [1, 2] }],
    ['已结 交付 billing', { state: 'closed', types: ['delivery', 'billing'] }],
    ['open closed', { state: 'all' }],
    ['<@m1> product:"Router 7"', { ownerIds: ['m1'], product: 'Router 7' }],
    ['owner:<@m1> 产品:路由器', { ownerIds: ['m1'], product: '路由器' }],
    ['no signal Ｓ１', { severities: [1], text: 'no signal' }],
    ['what:ever', { text: 'what:ever' }],
  ])('in “%s”', (typed, found) => {
    expect(filters(typed)).toEqual({ ...NONE, ...found })
  })

  it('are found in any text', () => {
    fc.assert(fc.property(fc.string(), (typed) => filters(typed) !== null))
  })
})

describe('replacing what may not be read', () => {
  it.each([
    ['Ann Lee and ann lee, not Ann Leeds', 'Ann Lee', 'X and X, not Ann Leeds'],
    ['a+b@c.example!', 'A+B@c.example', 'X!'],
    ['王伟说', '王伟', 'X说'],
    ['nothing', '  ', 'nothing'],
    ['$& (x)', '(x)', '$& X'],
  ])('in “%s”', (text, literal, expected) => {
    expect(replaced(text, literal, 'X')).toBe(expected)
  })

  it('leaves none of it where it stands alone, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), (literal) => {
        fc.pre(literal.trim().length > 1)
        expect(replaced(` ${literal} `, literal, '•').includes(literal.trim())).toBe(false)
      }),
    )
  })
})

describe('web addresses in texts', () => {
  it('are links, without the sign that ends the sentence', () => {
    expect(linkedText('See https://a.example/x?y=(1), then http://b.example.')).toEqual([
      'See ',
      { link: 'https://a.example/x?y=(1', href: 'https://a.example/x?y=(1' },
      '), then ',
      { link: 'http://b.example', href: 'http://b.example' },
      '.',
    ])
  })

  it('leave every text as it was', () => {
    fc.assert(fc.property(fc.string(), (text) => plain(linkedText(text)) === text))
  })
})

describe('the story', () => {
  it('has a sentence for everything in both languages, whoever did it', () => {
    for (const sentences of Object.values(storySentences)) {
      for (const sentence of Object.values(sentences)) {
        for (const said of [sentence({}), sentence({ who: 'Ben', to: 'Li' })]) {
          expect(said).not.toMatch(/undefined|null|\.$|。$/)
          expect(said.length).toBeGreaterThan(2)
        }
      }
    }
  })
})
