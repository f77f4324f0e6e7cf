import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../../../chat/locale.ts'
import { importPage as pageOf } from '../../../files/import-page.ts'
import { sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import { sayPeriod } from '../rules/say-period.ts'
import { noteSamples } from '../samples/note.ts'
import { recordSamples } from '../samples/record.ts'
import { holdKpis } from '../store/kpis.ts'
import { type Change, checkFile } from './check.ts'
import { transferWords } from './messages/transfer.ts'

const MEGABYTES = 10

export const importPage = pageOf({
  ...{ flow: 'kpi', table: 'KpiImport', rows: (db) => db.kpiImport, megabytes: MEGABYTES },
  open: async (ctx) => {
    const words = transferWords[ctx.locale]
    return {
      ...{ title: words.importTitle, how: [words.pageHow, words.importColumns], written: words.written },
      check: (text) => checkFile(ctx, text),
      plan: ({ changes, same }) => {
        const corrections = changes.filter(({ before }) => before !== null)
        const counts = { added: changes.length - corrections.length, corrected: corrections.length, same }
        const items = corrections.map((one) => correctionLine(ctx.locale, one))
        return { said: words.plan(counts), isNothing: changes.length === 0, items }
      },
      hold: async (text) => {
        const { changes } = await checkFile(ctx, text)
        const ids = changes.map(({ kpiId }) => kpiId)
        await holdKpis(ctx.db, ctx.workspace.id, ids)
      },
      write: async ({ changes }) => {
        const samples = changes.map(({ kpiId, startsOn, value }) => ({ kpiId, startsOn, value }))
        await recordSamples(ctx, samples, 'csv')
        await noteSamples(ctx, samples, 'csv')
        return true
      },
    }
  },
})

/** `orders 2026-W47: 120 orders → 130 orders`. */
function correctionLine(locale: Locale, { kpi, startsOn, before, value }: Change): string {
  const period = sayPeriod(kpi.period, Temporal.PlainDate.from(startsOn), locale)
  const said = [before ?? value, value].map((one) => sayDecimal(one, kpi.unit)).join(' → ')
  return `${kpi.key} ${period}: ${said}`
}
