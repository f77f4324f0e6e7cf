import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pieces, readable, shortened } from '../../../src/platforms/drawing/literal.ts'
import { drawMessage, wordsOf } from '../../../src/platforms/slack/blocks.ts'
import { opened, sealed } from '../../../src/platforms/slack/buttons.ts'
import { cardView, contextOf, formView } from '../../../src/platforms/slack/modal.ts'
import type { Json } from '../../support/slack/element-limits.ts'
import { refusedMessage, refusedView } from '../../support/slack/limits.ts'
import { card, form, words } from './hostile.ts'
import { directory } from './served.ts'

const RUNS = { numRuns: 300 }
const CARDS = { numRuns: 80 }

// Long cards take long to draw, on a busy machine more so.
describe('whatever people write', { timeout: 120_000 }, () => {
  it('every card is a message that Slack takes and that calls nobody', () => {
    fc.assert(
      fc.property(card, (shown) => {
        const { text: summary, blocks } = drawMessage({ card: shown, directory })
        expect(refusedMessage(summary, blocks as unknown as Json[])).toBeNull()
        expect(refusedMessage(wordsOf(shown), [])).toBeNull()
      }),
      CARDS,
    )
  })

  it('every card is a window that Slack takes', () => {
    fc.assert(
      fc.property(card, (shown) => {
        expect(refusedView(cardView({ card: shown, directory }) as unknown as Json)).toBeNull()
      }),
      CARDS,
    )
  })

  it('every form is a window that Slack takes', () => {
    fc.assert(
      fc.property(form, (shown) => {
        expect(refusedView(formView(shown, directory) as unknown as Json)).toBeNull()
      }),
      RUNS,
    )
  })

  it('a form’s context and a button’s value come back as they were, however Slack escapes them', () => {
    const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (value) => {
        expect(opened(escaped(sealed(value, 2_000)))).toBe(value)
        expect(contextOf(escaped(sealed(value, 3_000)))).toBe(value)
      }),
      RUNS,
    )
  })

  it('pieces of a text are together the text, and none is too long', () => {
    fc.assert(
      fc.property(words.map(readable), fc.integer({ min: 1, max: 3_000 }), (whole, max) => {
        const parts = pieces(whole, max)
        expect(parts.join('')).toBe(whole)
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(Math.max(2, max))
        expect(shortened(whole, max).length).toBeLessThanOrEqual(max)
      }),
      RUNS,
    )
  })
})
