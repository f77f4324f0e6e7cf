import type { Block, Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { objectiveName, scoreWords } from '../../cards/lines.ts'
import { lookWords } from '../messages/looking.ts'
import type { Branch, Group } from '../tree.ts'

/** So many objectives on a page: whole on every platform. */
const PAGE_SIZE = 30
const MOST_DEEP = 6

type Shown = { groups: readonly Group[]; names: ReadonlyMap<string, string>; at: number; cycle: string }

export function treeCard(locale: Locale, { groups, names, at, cycle }: Shown): Card {
  const words = lookWords[locale]
  const all = groups.flatMap(({ team, branches }) => branches.map((branch) => ({ team, branch })))
  const pages = Math.ceil(all.length / PAGE_SIZE)
  const page = all.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  const blocks = groups.flatMap(({ team }): Block[] => {
    const items = page.filter((one) => one.team === team).map(({ branch }) => lineOf(locale, branch, names))
    if (items.length === 0) return []
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
    summary: words.listSummary(all.length),
    blocks: [
      ...blocks,
      ...(pages > 1 ? [{ kind: 'context' as const, text: words.page(at + 1, pages) }] : []),
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  }
}

function lineOf(locale: Locale, { standing, depth }: Branch, names: ReadonlyMap<string, string>): string {
  const indent = depth > 0 ? `${'\u2003'.repeat(Math.min(depth, MOST_DEEP) - 1)}└ ` : ''
  const owner = names.get(standing.objective.ownerId) ?? lookWords[locale].somebody
  return `${indent}${objectiveName(standing.objective)} · ${owner} · ${scoreWords(locale, standing)}`
}
