import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { readPageTurn } from '../../../chat/page-turn.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { membersByIds } from '../../../people/members.ts'
import { standingsOf } from '../standing.ts'
import { keyOf } from '../store/cycles.ts'
import { settingsOf } from '../store/settings.ts'
import { cycleMeant, mustBeColleague } from '../which.ts'
import { type Line, PAGE_SIZE, treeCard } from './cards/tree-card.ts'
import { EVERYTHING } from './filters.ts'
import { lookWords } from './messages/looking.ts'
import { type Candidate, candidatesFor, objectivesOf } from './store/objectives.ts'

const NOTHING = ''

/** An objective's place in the tree: so many steps below its team's. */
export type Branch = { objective: Candidate; depth: number; team: string | null }

/** `/okr tree`, `/okr tree 2026 Q4`. */
export const treeByCommand = (ctx: Asking, { text }: CommandLine): Promise<Reply> => tree(ctx, text.trim(), 0)

/** The page, counted from 0, and the cycle's name. */
export function treeByButton(ctx: Asking, value: string): Promise<Reply> {
  const { at, typed: name } = readPageTurn(value)
  return tree(ctx, name, at)
}

async function tree(ctx: Asking, typed: string, at: number): Promise<Reply> {
  mustBeColleague(ctx)
  const words = lookWords[ctx.locale]
  const cycle = await cycleMeant(ctx, typed || undefined)
  const branches = branchesOf(await candidatesFor(ctx, EVERYTHING, cycle.id))
  if (branches.length === 0) return show(noteCard(ctx.locale, words.treeEmpty, { hints: [words.treeEmptyHint] }))

  const page = branches.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  const lines = await linesOf(ctx, page)
  const owners = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(page.map((one) => one.objective.ownerId))])
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  return show(treeCard(ctx.locale, { lines, names, at, count: branches.length, cycle: cycle.name }))
}

/** Only what is shown is looked at closely. */
async function linesOf(ctx: Asking, page: readonly Branch[]): Promise<Line[]> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const objectives = await objectivesOf(
    ctx.db,
    ctx.workspace.id,
    page.map(({ objective }) => objective),
  )
  const standings = await standingsOf(ctx.db, objectives, { now: ctx.now, settings })
  const byId = new Map(standings.map((standing) => [standing.objective.id, standing]))
  return page.flatMap(({ objective, depth, team }) => {
    const standing = byId.get(objective.id)
    return standing ? [{ standing, depth, team }] : []
  })
}

/**
 * The company's objectives first, then team by team; what contributes to another one stands below it, wherever that is.
 * A parent that is not among these counts as none.
 */
function branchesOf(objectives: readonly Candidate[]): Branch[] {
  const known = new Set(objectives.map(({ id }) => id))
  const below = groupBy(objectives, ({ parentId }) => (parentId && known.has(parentId) ? parentId : NOTHING))
  const branch = (objective: Candidate, { depth, team }: Omit<Branch, 'objective'>): Branch[] => [
    { objective, depth, team },
    ...(below.get(objective.id) ?? []).flatMap((child) => branch(child, { depth: depth + 1, team })),
  ]
  const roots = (below.get(NOTHING) ?? []).toSorted((a, b) => Number(a.team !== null) - Number(b.team !== null))
  const byTeam = groupBy(roots, ({ team }) => keyOf(team ?? ''))
  return [...byTeam.values()].flatMap((own) =>
    own.flatMap((root) => branch(root, { depth: 0, team: own[0]?.team ?? null })),
  )
}
