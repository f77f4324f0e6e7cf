import type { Locale } from '../../../chat/locale.ts'
import type { Problem } from '../../../files/importer.ts'
import type { CsvRow } from '../../../files/read-csv.ts'
import { readKey } from '../rules/key.ts'
import { periodIn, valueIn } from '../samples/read-sample.ts'
import type { Kpi } from '../store/kpis.ts'
import type { Measured } from '../store/samples.ts'
import type { Column } from './columns.ts'
import type { Facts } from './facts.ts'
import { transferWords } from './messages/transfer.ts'

/** What a line says: the value of a period. */
export type Line = Measured & { line: number; kpi: Kpi }

/** By the rules of the command, but for words such as `last week`: what they mean would change before it is written. */
export function readRow(facts: Facts, locale: Locale, { line, cells }: CsvRow<Column>): Line | Problem[] {
  const { kpi: key = '', period: typed = '', value: written = '' } = cells
  const kpi = facts.byKey.get(readKey(key) ?? '')
  if (!kpi) return [{ line, column: 'kpi', why: transferWords[locale].unknownKpi(key.trim().slice(0, 60)) }]
  const period = periodOf(facts, locale, { kpi, typed: typed.trim() })
  const value = valueIn(written, kpi, locale)
  if (!('why' in period || 'why' in value))
    return { line, kpi, kpiId: kpi.id, startsOn: period.start.toString(), value: value.value }
  return [
    ...('why' in period ? [{ line, column: 'period', why: period.why }] : []),
    ...('why' in value ? [{ line, column: 'value', why: value.why }] : []),
  ]
}

function periodOf({ today }: Facts, locale: Locale, { kpi, typed }: { kpi: Kpi; typed: string }) {
  const saysYear = /\d{4}/u.test(typed.normalize('NFKC'))
  return saysYear ? periodIn(typed, { kpi, today, locale }) : { why: transferWords[locale].noYear(typed.slice(0, 40)) }
}
