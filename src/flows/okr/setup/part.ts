import type { CommandLine } from '../../../chat/command-line.ts'
import type { Asking, Reply } from '../../../flow.ts'
import type { Part } from '../part.ts'
import { keyResultOf, objectiveOf, withObjective } from '../which.ts'
import { closeCycle, cycles, submitNewCycle } from './cycles.ts'
import { askForKeyResult, askToEditKeyResult, createKeyResult, saveKeyResult } from './key-results.ts'
import { does, usage } from './messages/commands.ts'
import { askForObjective, askToEditObjective, createObjective, saveObjective } from './objectives.ts'
import { align, archive, edit, move } from './rearrange.ts'
import { rhythm } from './rhythm.ts'
import { askForSettings, saveSettings } from './settings.ts'

const command = (
  word: keyof typeof usage,
  run: (ctx: Asking, line: CommandLine) => Promise<Reply>,
  aliases: readonly string[],
) => ({ run, aliases, usage: usage[word], does: does[word] })

export const setup: Part = {
  commands: {
    new: command('new', askForObjective, ['新建', '新建目标']),
    kr: command('kr', withObjective(askForKeyResult), ['关键结果']),
    edit: command('edit', edit, ['编辑', '修改']),
    align: command('align', withObjective(align), ['对齐']),
    move: command('move', withObjective(move), ['移动']),
    archive: command('archive', archive, ['归档']),
    cycle: command('cycle', cycles, ['周期']),
    rhythm: command('rhythm', rhythm, ['节奏']),
    settings: { run: askForSettings, aliases: ['设置'], does: does.settings },
  },
  buttons: {
    kr: async (ctx, value) => askForKeyResult(ctx, await objectiveOf(ctx, value)),
    edit: async (ctx, value) => askToEditObjective(ctx, await objectiveOf(ctx, value)),
    'edit-kr': async (ctx, value) => askToEditKeyResult(ctx, await keyResultOf(ctx, value)),
    'close-cycle': closeCycle,
    settings: askForSettings,
  },
  asks: ['kr', 'edit', 'edit-kr', 'settings'],
  forms: {
    new: createObjective,
    edit: saveObjective,
    'new-kr': createKeyResult,
    'edit-kr': saveKeyResult,
    'new-cycle': submitNewCycle,
    settings: saveSettings,
  },
}
