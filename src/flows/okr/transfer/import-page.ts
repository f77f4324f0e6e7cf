import { importPage as pageOf } from '../../../files/import-page.ts'
import { holdAlignment } from '../setup/store/parents.ts'
import { cycleById, holdCycle } from '../store/cycles.ts'
import { holdSettings } from '../store/settings.ts'
import { checkFile } from './check.ts'
import { holdAsChecked } from './hold.ts'
import { transferWords } from './messages/transfer.ts'
import { writePlans } from './write.ts'

const MEGABYTES = 10

export const importPage = pageOf({
  ...{ flow: 'okr', table: 'OkrImport', rows: (db) => db.okrImport, megabytes: MEGABYTES },
  open: async (ctx, { cycleId }, what) => {
    const words = transferWords[ctx.locale]
    const find = what === 'brought' ? holdCycle : cycleById
    const cycle = await find(ctx.db, ctx.workspace.id, cycleId)
    if (!cycle) return { refused: words.notYours }
    if (cycle.closedAt) return { refused: words.closed(cycle.name) }
    return {
      ...{ title: words.pageTitle(cycle.name), how: [words.pageHow], written: words.written(cycle.name) },
      check: (text) => checkFile(ctx, cycle, text),
      plan: ({ counts: { same, ...others } }) => ({
        said: words.plan({ ...others, same }),
        isNothing: Object.values(others).every((count) => count === 0),
      }),
      hold: async () => {
        await holdSettings(ctx.db, ctx.workspace.id)
        await holdAlignment(ctx.db, ctx.workspace.id)
      },
      write: async ({ objectives }) => {
        const isAsChecked = await holdAsChecked(ctx, objectives)
        if (isAsChecked) await writePlans(ctx, cycle, objectives)
        return isAsChecked
      },
    }
  },
})
