import type { CommandLine } from '../../../chat/command-line.ts'
import { csvOf } from '../../../chat/csv.ts'
import { UserError } from '../../../errors.ts'
import { sendFile } from '../../../files/send-file.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { peopleOf } from '../../../people/written.ts'
import { onlyVisible } from '../sight.ts'
import { currentOfMany } from '../store/check-ins.ts'
import { type Objective, objectivesBy } from '../store/objectives.ts'
import { cycleMeant, mustBeColleague } from '../which.ts'
import { COLUMNS } from './columns.ts'
import { transferWords } from './messages/transfer.ts'
import { type Exported, rowsOf } from './write-cells.ts'

/** `/okr export`, `/okr export 2026 Q3`: everything of a cycle that the asker may see, as a file, privately. */
export async function exportByCommand(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = transferWords[ctx.locale]
  const cycle = await cycleMeant(ctx, text.trim() || undefined)
  const where = { workspaceId: ctx.workspace.id, cycleId: cycle.id }
  const objectives = await onlyVisible(ctx.db, ctx.actor, await objectivesBy(ctx.db, where))
  if (objectives.length === 0) throw new UserError(words.nothing(cycle.name))

  return sendFile(ctx, {
    ...{ flow: 'okr', said: words.exported(cycle.name, objectives.length), hint: words.exportHint },
    file: { name: `okr-${cycle.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`, text: await csvFor(ctx, objectives) },
    detail: { cycle: cycle.id, count: objectives.length },
  })
}

/** Parents that the asker may not see are left out. */
export async function csvFor(ctx: Asking, objectives: readonly Objective[]): Promise<string> {
  const parents = await parentsOf(ctx, objectives)
  const ids = objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id))
  const current = await currentOfMany(ctx.db, ids)
  const people = await peopleOf(ctx)
  const rows = objectives.flatMap((objective) => {
    const exported: Exported = { objective, parent: parents.get(objective.parentId ?? '') ?? null, current }
    return rowsOf(exported, people).map((cells) => COLUMNS.map((column) => cells[column]))
  })
  return csvOf([COLUMNS, ...rows])
}

async function parentsOf(ctx: Asking, objectives: readonly Objective[]): Promise<Map<string, number>> {
  const ids = [...new Set(objectives.flatMap(({ parentId }) => parentId ?? []))]
  const found = await objectivesBy(ctx.db, { workspaceId: ctx.workspace.id, id: { in: ids } })
  return new Map((await onlyVisible(ctx.db, ctx.actor, found)).map(({ id, number }) => [id, number]))
}
