import type { CommandLine } from '../../../chat/command-line.ts'
import type { Asking, Reply } from '../../../flow.ts'
import type { Part } from '../part.ts'
import { keyResultOf, objectiveOf, withKeyResult, withObjective } from '../which.ts'
import { chart } from './chart.ts'
import { history } from './history.ts'
import { tieByCommand, untieByCommand } from './link.ts'
import { listByButton, listByCommand } from './list.ts'
import { does, usage } from './messages/commands.ts'
import { showByCommand, showObjective } from './show.ts'
import { askForTie, tieByForm, untieByButton } from './tie-by-form.ts'
import { treeByButton, treeByCommand } from './tree.ts'

const command = (
  word: keyof typeof usage,
  run: (ctx: Asking, line: CommandLine) => Promise<Reply>,
  aliases: readonly string[],
) => ({ run, aliases, usage: usage[word], does: does[word] })

export const views: Part = {
  commands: {
    list: command('list', listByCommand, ['列表']),
    tree: command('tree', treeByCommand, ['对齐树', '树']),
    show: command('show', showByCommand, ['查看']),
    chart: command('chart', withObjective(chart), ['图表']),
    history: command('history', withKeyResult(history), ['记录', '历史']),
    link: command('link', withObjective(tieByCommand), ['关联']),
    unlink: { run: withObjective(untieByCommand), aliases: ['取消关联'], usage: usage.link, does: does.unlink },
  },
  buttons: {
    list: listByButton,
    tree: treeByButton,
    show: async (ctx, value) => showObjective(ctx, await objectiveOf(ctx, value)),
    chart: async (ctx, value) => chart(ctx, await objectiveOf(ctx, value)),
    history: async (ctx, value) => history(ctx, await keyResultOf(ctx, value)),
    tie: askForTie,
    untie: untieByButton,
  },
  asks: ['tie'],
  forms: { tie: tieByForm },
}
