import type { Block, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { pageTurn } from '../../../../chat/page-turn.ts'
import { keyResultName, objectiveName, progressWords, scoreWords } from '../../cards/lines.ts'
import type { ObjectiveStanding } from '../../standing.ts'
import { lookWords } from '../messages/looking.ts'

export const PAGE_SIZE = 8

type Shown = {
  standings: readonly ObjectiveStanding[]
  names: ReadonlyMap<string, string>
  at: number
  count: number
  typed: string
}

export function listCard(locale: Locale, { standings, names, at, count, typed }: Shown): Card {
  const words = lookWords[locale]
  const blocks = standings.flatMap((standing): Block[] => objectiveBlocks(locale, standing, names))
  const pages = Math.ceil(count / PAGE_SIZE)
  return {
    locale,
    title: words.listTitle,
    summary: words.listSummary(count),
    blocks: [...blocks, ...pageTurn({ words, action: 'okr.list', at, pages, typed })],
  }
}

function objectiveBlocks(locale: Locale, standing: ObjectiveStanding, names: ReadonlyMap<string, string>): Block[] {
  const words = lookWords[locale]
  const { objective, keyResults } = standing
  const about = [
    names.get(objective.ownerId) ?? words.somebody,
    ...(objective.team ? [objective.team] : []),
    objective.cycle.name,
    ...(objective.isPrivate ? [words.private] : []),
  ]
  const items = keyResults.map(
    (one) => `${keyResultName(one.keyResult)} · ${progressWords(locale, one)} · ${scoreWords(locale, one)}`,
  )
  return [
    { kind: 'text', style: 'heading', text: objectiveName(objective) },
    { kind: 'text', text: `${scoreWords(locale, standing)}\n${about.join(' · ')}` },
    ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
  ]
}
