import type { Block, Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { objectiveName, scoreWords } from '../../cards/lines.ts'
import type { ObjectiveStanding } from '../../standing.ts'
import { lookWords } from '../messages/looking.ts'

/** So many objectives on a page: whole on every platform. */
export const PAGE_SIZE = 30
const MOST_DEEP = 6

/** An objective, so many steps below its team; null is the company. */
export type Line = { standing: ObjectiveStanding; depth: number; team: string | null }
type Shown = { lines: readonly Line[]; names: ReadonlyMap<string, string>; at: number; count: number; cycle: string }

export function treeCard(locale: Locale, { lines, names, at, count, cycle }: Shown): Card {
  const words = lookWords[locale]
  const pages = Math.ceil(count / PAGE_SIZE)
  const groups = [...new Set(lines.map(({ team }) => team))]
  const blocks = groups.flatMap((team): Block[] => {
    const items = lines.filter((one) => one.team === team).map((line) => lineOf(locale, line, names))
    return [
      { kind: 'text', style: 'heading', text: team ?? words.company },
      { kind: 'text', text: items.join('\n') },
    ]
  })
  const turn = (label: string, to: number): Button => ({ label, action: 'okr.tree', value: `${to} ${cycle}` })
  const buttons = [
    ...(at > 0 ? [turn(words.previous, at - 1)] : []),
    ...(at + 1 < pages ? [turn(words.next, at + 1)] : []),
  ]
  return {
    locale,
    title: words.treeTitle(cycle),
    summary: words.listSummary(count),
    blocks: [
      ...blocks,
      ...(pages > 1 ? [{ kind: 'context' as const, text: words.page(at + 1, pages) }] : []),
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  }
}

function lineOf(locale: Locale, { standing, depth }: Line, names: ReadonlyMap<string, string>): string {
  const indent = depth > 0 ? `${'\u2003'.repeat(Math.min(depth, MOST_DEEP) - 1)}└ ` : ''
  const owner = names.get(standing.objective.ownerId) ?? lookWords[locale].somebody
  return `${indent}${objectiveName(standing.objective)} · ${owner} · ${scoreWords(locale, standing)}`
}
