import type { Block, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { objectiveName } from '../../cards/lines.ts'
import { roundWords } from '../messages/round.ts'
import type { Movement } from '../moved.ts'

const MOST_OBJECTIVES = 20

/** Objective by objective; null when there is nothing to say. */
export function digestCard(locale: Locale, movements: readonly Movement[]): Card | null {
  const words = roundWords[locale]
  const said = movements
    .map(({ objective, words: lines }) => ({ objective, lines: lines(locale) }))
    .filter(({ lines }) => lines.length > 0)
  if (said.length === 0) return null
  const blocks = said.slice(0, MOST_OBJECTIVES).flatMap(({ objective, lines }): Block[] => [
    { kind: 'text', style: 'heading', text: objectiveName(objective) },
    { kind: 'list', items: lines },
  ])
  const left = said.length - MOST_OBJECTIVES
  const more: Block[] = left > 0 ? [{ kind: 'context', text: words.moreObjectives(left) }] : []
  const title = words.digestTitle(null)
  return { locale, title, summary: title, blocks: [...blocks, ...more] }
}
