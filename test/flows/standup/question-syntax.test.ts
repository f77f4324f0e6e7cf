import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/chat/locale.ts'
import { type Asked, readQuestions, writeQuestion } from '../../../src/flows/standup/question-syntax.ts'

const read = (typed: string) => readQuestions(typed).questions

describe('questions as people type them', () => {
  it.each([
    ['What did you finish?', { kind: 'text', isBlocker: false, options: [] }],
    ['How do you feel? [mood]', { kind: 'mood', isBlocker: false, options: [] }],
    ['心情如何？【心情】', { kind: 'mood', isBlocker: false, options: [] }],
    ['Confidence? [Number]', { kind: 'number', isBlocker: false, options: [] }],
    ['What blocks you? [blocker]', { kind: 'text', isBlocker: true, options: [] }],
    ['遇到了什么阻碍？[阻碍]', { kind: 'text', isBlocker: true, options: [] }],
    ['Where? [office / home/away]', { kind: 'choice', isBlocker: false, options: ['office', 'home', 'away'] }],
    ['在哪里？[公司／居家]', { kind: 'choice', isBlocker: false, options: ['公司', '居家'] }],
    ['[mood]', { kind: 'text', isBlocker: false, options: [] }],
  ])('reads %j', (line, wanted) => {
    expect(read(line)[0]).toMatchObject(wanted)
  })

  it('takes one question a line and leaves out empty lines', () => {
    expect(read('One?\n\n  Two?  \r\nThree?').map(({ text }) => text)).toEqual(['One?', 'Two?', 'Three?'])
  })

  it.each([
    ['A?\nB? [numbr]', { line: 2, why: 'tag', what: 'numbr' }],
    ['Where? [office/office]', { line: 1, why: 'options', what: 'office/office' }],
    ['Where? [office/]', { line: 1, why: 'options', what: 'office/' }],
    [`${'x'.repeat(301)}?`, { line: 1, why: 'long' }],
  ])('names the mistake in %j', (typed, mistake) => {
    expect(readQuestions(typed).mistakes).toEqual([expect.objectContaining(mistake)])
  })

  it.each([
    ['今天心情如何？', 'zh-CN', '今天心情如何？[心情]'],
    ['今天心情如何？', 'en', '今天心情如何？[mood]'],
    ['How do you feel?', 'zh-CN', 'How do you feel? [心情]'],
    ['How do you feel?', 'en', 'How do you feel? [mood]'],
  ] as const)('writes %j in %s as %j', (text, locale, written) => {
    expect(writeQuestion({ text, kind: 'mood', options: [], isBlocker: false }, locale)).toBe(written)
  })

  it('reads back every question that it writes', () => {
    const words = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ?!.,'"<>&`]{0,40}[\p{L}?]$/u)
    const option = fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u)
    const options = fc.uniqueArray(option, { minLength: 2, maxLength: 6, selector: (one) => one.toLowerCase() })
    const question = fc.oneof(
      fc.record({
        text: words,
        kind: fc.constantFrom('text', 'number', 'mood'),
        options: fc.constant([]),
        isBlocker: fc.constant(false),
      }),
      fc.record({ text: words, kind: fc.constant('text'), options: fc.constant([]), isBlocker: fc.constant(true) }),
      fc.record({ text: words, kind: fc.constant('choice'), options, isBlocker: fc.constant(false) }),
    ) as fc.Arbitrary<Asked>

    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 10 }), fc.constantFrom(...LOCALES), (asked, locale) => {
        expect(readQuestions(asked.map((one) => writeQuestion(one, locale)).join('\n'))).toEqual({
          questions: asked,
          mistakes: [],
        })
      }),
    )
  })
})
