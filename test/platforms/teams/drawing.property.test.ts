import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawCard } from '../../../src/platforms/teams/card.ts'
import { opened, sealed } from '../../../src/platforms/teams/choice-values.ts'
import { drawForm } from '../../../src/platforms/teams/form.ts'
import { actionsIn, wordsOf } from '../../support/teams/reading.ts'
import { modestCard } from '../contract/modest-card.ts'
import { missingFrom, wordsIn } from '../contract/reading.ts'
import type { Stage } from '../contract/stage.ts'
import { card as hostileCard, form as hostileForm, words } from '../slack/hostile.ts'
import { choices, directory, refused } from './drawn.ts'

const MIRA = { mira: { ours: 'm-mira', name: 'Mira' }, room: { ours: 'c-general', name: 'general' } } as Stage
const typed = fc.dictionary(fc.constantFrom('', 'f0', 'f1', 'f2', 'f3', 'gone'), words)

// Long cards take long to draw, on a busy machine more so.
describe('whatever people write', { timeout: 120_000 }, () => {
  it('every card of a size that people write is shown with all its words and buttons', () => {
    fc.assert(
      fc.property(modestCard(MIRA), (card) => {
        const { content } = drawCard({ card, directory })
        expect(refused(content)).toEqual([])
        expect(missingFrom(wordsOf(content), wordsIn(card))).toEqual([])
        const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
        expect(actionsIn(content).map((action) => action.type === 'Action.Execute' && action.data.value)).toEqual(
          buttons.map(({ value }) => value),
        )
      }),
      { numRuns: 1_000 },
    )
  })

  it('every card is one that Teams takes', () => {
    fc.assert(
      fc.property(hostileCard, (card) => {
        expect(refused(drawCard({ card, directory }).content)).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('every form is a card that Teams takes', () => {
    fc.assert(
      fc.property(hostileForm, typed, typed, (form, filled, errors) => {
        expect(refused(drawForm({ form, directory, choices }))).toEqual([])
        expect(refused(drawForm({ form, directory, choices, filled, errors }))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('a value comes back from a list of values as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(sealed(value)).not.toContain(',')
        expect(opened(sealed(value))).toBe(value)
      }),
    )
  })
})
