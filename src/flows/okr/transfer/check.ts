import type { Importing } from '../../../files/importer.ts'
import { writeKeyResult, writeObjective } from '../rules/reference.ts'
import type { Cycle } from '../store/cycles.ts'
import { checkKeyResult } from './check-key-result.ts'
import { type Checking, cellsOfObjective, checkObjective } from './check-objective.ts'
import { type Checked, countsOf, type ObjectivePlan } from './checked.ts'
import { factsFor } from './facts.ts'
import { transferWords } from './messages/transfer.ts'
import { type Row, readFile } from './read-file.ts'

type Grouped = { plan: ObjectivePlan | null; line: number; cells: string }

/** What a file would do to this cycle, and every problem by line; writes nothing. Throws Unreadable for what is no such file. */
export async function checkFile(ctx: Importing, cycle: Cycle, text: string): Promise<Checked> {
  const checking: Checking = { ctx, facts: await factsFor(ctx, cycle), problems: [] }
  const groups = new Map<string, Grouped>()
  const seen = new Map<string, number>()
  await readFile(text, ctx.locale, (row) => checkRow(checking, row, { groups, seen }))
  const objectives = [...groups.values()].flatMap(({ plan }) => plan ?? [])
  refuseCircles(checking, objectives)
  const problems = checking.problems.toSorted((a, b) => a.line - b.line)
  const counts = countsOf(objectives)
  return { problems, objectives, counts, outcome: counts }
}

type Found = { groups: Map<string, Grouped>; seen: Map<string, number> }

function checkRow(checking: Checking, row: Row, { groups, seen }: Found): void {
  const { plan } = groupOf(checking, groups, row)
  const keyResult = plan && checkKeyResult(checking, row, plan)
  if (!plan || !keyResult) return
  plan.keyResults.push(keyResult)
  if (keyResult.known)
    refuseTwice(checking, seen, { line: row.line, reference: writeKeyResult(keyResult.known.number) })
}

/** Rows with one reference, or without one but with one title and owner, are about one objective, and agree about it. */
function groupOf(checking: Checking, groups: Map<string, Grouped>, row: Row): Grouped {
  const { cells, line } = row
  const key =
    cells.objective.trim().toUpperCase() || `${cells['objective title'].trim()}\n${cells['objective owner'].trim()}`
  const own = cellsOfObjective(cells)
  const known = groups.get(key)
  if (!known) {
    const group = { plan: checkObjective(checking, row), line, cells: own }
    groups.set(key, group)
    return group
  }
  const why = transferWords[checking.ctx.locale].disagrees(known.line)
  if (known.cells !== own) checking.problems.push({ line, column: 'objective', why })
  return known
}

function refuseTwice(
  { ctx, problems }: Checking,
  seen: Map<string, number>,
  { line, reference }: { line: number; reference: string },
): void {
  const before = seen.get(reference)
  if (before !== undefined)
    problems.push({ line, column: 'key result', why: transferWords[ctx.locale].twice(reference, before) })
  seen.set(reference, before ?? line)
}

/** By the parents as they would be then. */
function refuseCircles({ ctx, facts, problems }: Checking, objectives: readonly ObjectivePlan[]): void {
  const parents = new Map([...facts.byNumber.values()].map(({ id, parentId }) => [id, parentId]))
  for (const { known, terms } of objectives) if (known) parents.set(known.id, terms.parentId)
  for (const { known, line, terms } of objectives) {
    if (!known || !terms.parentId) continue
    const passed = new Set<string>()
    let at: string | null | undefined = terms.parentId
    while (at && at !== known.id && !passed.has(at)) {
      passed.add(at)
      at = parents.get(at)
    }
    const why = `${transferWords[ctx.locale].parentLoop} (${writeObjective(known.number)})`
    if (at === known.id) problems.push({ line, column: 'contributes to', why })
  }
}
