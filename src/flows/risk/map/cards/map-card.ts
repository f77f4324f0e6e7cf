import { LEVELS } from '../../../../alerts/rules/levels.ts'
import type { Block, Card } from '../../../../chat/card.ts'
import { firstOf } from '../../../../chat/first-of.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { gradeWords, levelWords } from '../../cards/lines.ts'
import { lineWords } from '../../messages/lines.ts'
import { levelOfGrade, STEPS, scoresOf } from '../../rules/grade.ts'
import { inCell, type Move, type Placed } from '../../rules/heat.ts'
import { mapWords } from '../messages/map.ts'

const MOST_NAMED = 4
const MOST_MOVES = 15

export type Shown = {
  placed: readonly Placed[]
  moves: readonly Move[]
  steps: { likelihood: readonly string[]; impact: readonly string[] }
  since: string
  beyond: readonly string[]
  unassessed: number
}

/** The same as the picture, in words. */
export function mapCard(locale: Locale, shown: Shown): Card {
  const words = mapWords[locale]
  const [levels, ...rest] = mapBrief(locale, shown)
  const impacts = lineWords[locale].said(words.impact, shown.steps.impact.join(' · '))
  return {
    ...{ locale, title: words.title, summary: altOf(locale, shown) },
    blocks: [...(levels ? [levels] : []), tableOf(locale, shown), { kind: 'context', text: impacts }, ...rest],
  }
}

/** The same without the table: how many of each level, which are beyond appetite, and what moved. */
export function mapBrief(locale: Locale, { placed, moves, since, beyond, unassessed }: Shown): Block[] {
  const words = mapWords[locale]
  const moved = moves.map((move) => moveWords(locale, move))
  return [
    { kind: 'text', text: levelsOf(locale, placed) },
    ...(beyond.length > 0
      ? [{ kind: 'text' as const, text: lineWords[locale].said(words.beyond, named(locale, beyond, 20)) }]
      : []),
    ...firstOf(locale, { title: words.moves(since), items: moved, most: MOST_MOVES }),
    ...(unassessed > 0 ? [{ kind: 'context' as const, text: words.unassessed(unassessed) }] : []),
  ]
}

/** For whoever cannot see the picture. */
export const altOf = (locale: Locale, { placed, beyond }: Pick<Shown, 'placed' | 'beyond'>): string =>
  mapWords[locale].alt(placed.length, levelsOf(locale, placed), beyond.length)

/** `🔴 critical 1 · 🟠 high 2`, the highest first. */
const levelsOf = (locale: Locale, placed: readonly Placed[]): string =>
  LEVELS.toReversed()
    .map((level) => {
      const count = placed.filter(({ now }) => levelOfGrade(now) === level).length
      return `${levelWords(locale, scoresOf(level).gte)} ${count}`
    })
    .join(' · ')

function tableOf(locale: Locale, { placed, steps }: Shown): Block {
  const rows = STEPS.toReversed().map((likelihood) => [
    steps.likelihood[likelihood - 1] ?? String(likelihood),
    ...STEPS.map((impact) => {
      const found = inCell(placed, { likelihood, impact }).map(({ reference }) => reference)
      return found.length === 0 ? '–' : `${found.length} (${named(locale, found, MOST_NAMED)})`
    }),
  ])
  return { kind: 'table', columns: [mapWords[locale].corner, ...STEPS.map(String)], rows }
}

const moveWords = (locale: Locale, { from, to, references }: Move): string =>
  mapWords[locale].move(named(locale, references, 8), gradeWords(locale, from), gradeWords(locale, to))

function named(locale: Locale, references: readonly string[], most: number): string {
  const shown = references.slice(0, most).join(', ')
  return references.length > most ? `${shown} ${mapWords[locale].more(references.length - most)}` : shown
}
