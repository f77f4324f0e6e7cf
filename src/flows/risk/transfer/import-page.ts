import { importPage as pageOf } from '../../../files/import-page.ts'
import { holds } from '../../../people/roles.ts'
import { holdRegister } from '../store/settings.ts'
import { checkFile } from './check.ts'
import { transferWords } from './messages/transfer.ts'
import { holdAsChecked, writePlans } from './write.ts'

const MEGABYTES = 10

export const importPage = pageOf({
  ...{ flow: 'risk', table: 'RiskImport', rows: (db) => db.riskImport, megabytes: MEGABYTES },
  open: async (ctx, { id }) => {
    const words = transferWords[ctx.locale]
    if (holds(ctx.actor, 'audit')) return { refused: words.notYours }
    return {
      ...{ title: words.importTitle, how: [words.pageHow, words.importColumns], written: words.written },
      check: (text) => checkFile(ctx, text),
      plan: ({ counts }) => ({
        said: words.plan(counts),
        isNothing: counts.fresh + counts.changed + counts.assessed === 0,
      }),
      hold: () => holdRegister(ctx.db, ctx.workspace.id),
      write: async ({ plans }) => {
        const isAsChecked = await holdAsChecked(ctx, plans)
        if (isAsChecked) await writePlans(ctx, id, plans)
        return isAsChecked
      },
    }
  },
})
