import type { CommandLine } from '../../../chat/command-line.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { noteCard } from '../cards/note.ts'
import { type ObjectiveStanding, standingsOf } from '../standing.ts'
import { keyOf } from '../store/cycles.ts'
import { settingsOf } from '../store/settings.ts'
import { cycleMeant, mustBeColleague } from '../which.ts'
import { treeCard } from './cards/tree-card.ts'
import { lookWords } from './messages/looking.ts'
import { visibleIn } from './store/objectives.ts'

/** A line of the tree: an objective, so many steps below its team. */
export type Branch = { standing: ObjectiveStanding; depth: number }
export type Group = { team: string | null; branches: readonly Branch[] }

/** `/okr tree`, `/okr tree 2026 Q4`. */
export const treeByCommand = (ctx: Asking, { text }: CommandLine): Promise<Reply> => tree(ctx, text.trim(), 0)

/** The page, counted from 0, and the cycle's name. */
export function treeByButton(ctx: Asking, value: string): Promise<Reply> {
  const [, page = '0', name = ''] = /^(\d{1,6})\s*([\s\S]*)$/.exec(value) ?? []
  return tree(ctx, name, Number(page))
}

async function tree(ctx: Asking, typed: string, at: number): Promise<Reply> {
  mustBeColleague(ctx)
  const words = lookWords[ctx.locale]
  const cycle = await cycleMeant(ctx, typed || undefined)
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const standings = await standingsOf(ctx.db, await visibleIn(ctx, cycle.id), { now: ctx.now, settings })
  if (standings.length === 0) return show(noteCard(ctx.locale, words.treeEmpty, { hints: [words.treeEmptyHint] }))

  const owners = await membersByIds(ctx.db, ctx.workspace.id, [
    ...new Set(standings.map((one) => one.objective.ownerId)),
  ])
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  return show(treeCard(ctx.locale, { groups: groupsOf(standings), names, at, cycle: cycle.name }))
}

/**
 * The company's objectives first, then team by team; what contributes to another one stands below it, wherever that is.
 * A parent that is not among these counts as none.
 */
export function groupsOf(standings: readonly ObjectiveStanding[]): Group[] {
  const known = new Set(standings.map(({ objective }) => objective.id))
  const below = new Map<string, ObjectiveStanding[]>()
  const roots: ObjectiveStanding[] = []
  for (const standing of standings) {
    const { parentId } = standing.objective
    if (parentId && known.has(parentId)) below.set(parentId, [...(below.get(parentId) ?? []), standing])
    else roots.push(standing)
  }
  const branchesOf = (standing: ObjectiveStanding, depth: number): Branch[] => [
    { standing, depth },
    ...(below.get(standing.objective.id) ?? []).flatMap((child) => branchesOf(child, depth + 1)),
  ]
  const byTeam = new Map<string, { team: string | null; branches: Branch[] }>([['', { team: null, branches: [] }]])
  for (const root of roots) {
    const { team } = root.objective
    const group = byTeam.get(keyOf(team ?? '')) ?? { team, branches: [] }
    byTeam.set(keyOf(team ?? ''), group)
    group.branches.push(...branchesOf(root, 0))
  }
  return [...byTeam.values()].filter(({ branches }) => branches.length > 0)
}
