import type { Decimal } from 'decimal.js'
import type { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Context } from '../../../flow.ts'
import type { Problem } from '../../../intake/refusal.ts'
import { readKey } from '../rules/key.ts'
import { periodIn, valueIn } from '../samples/read-sample.ts'
import { type Kpi, kpisBy } from '../store/kpis.ts'
import type { Measured } from '../store/samples.ts'
import { calendarOf } from '../store/settings.ts'

/** As a program sends it; `path` leads to it in the body. */
export type Sent = { path: string; kpi: string; period: string; value: number | string }

export type Read = { samples: Measured[]; problems: Problem[] }

/** What can be written, a period of a KPI once, and what is wrong with the others. */
export async function readSamples(ctx: Context, sent: readonly Sent[]): Promise<Read> {
  const keys = [...new Set(sent.map(({ kpi }) => readKey(kpi)))].filter((key) => key !== null)
  const known = await kpisBy(ctx.db, { workspaceId: ctx.workspace.id, key: { in: keys } })
  const byKey = new Map(known.map((kpi) => [kpi.key, kpi]))
  const today = localDateOf(ctx.now, (await calendarOf(ctx.db, ctx.workspace.id)).timeZone)
  const [samples, problems]: [Map<string, Measured>, Problem[]] = [new Map(), []]
  for (const one of sent) {
    const read = readOne(one, byKey.get(readKey(one.kpi) ?? ''), today)
    if (!('value' in read)) problems.push(...read)
    else if (contradicts(samples.get(keyOf(read)), read.value))
      problems.push({ path: `${one.path}period`, message: 'This period comes twice, with two values.' })
    else samples.set(keyOf(read), read)
  }
  return { samples: [...samples.values()], problems }
}

function readOne(
  { path, kpi: key, period, value }: Sent,
  kpi: Kpi | undefined,
  today: Temporal.PlainDate,
): Measured | Problem[] {
  if (!kpi) return [{ path: `${path}kpi`, message: `There is no KPI “${key.slice(0, 60)}”.` }]
  if (kpi.archivedAt) return [{ path: `${path}kpi`, message: `“${kpi.key}” is archived.` }]
  const start = periodIn(period, { kpi, today, locale: 'en' })
  const read = typeof value === 'number' && !isExact(value) ? { why: INEXACT } : valueIn(String(value), kpi, 'en')
  const problems = [
    ...('why' in start ? [{ path: `${path}period`, message: start.why }] : []),
    ...('why' in read ? [{ path: `${path}value`, message: read.why }] : []),
  ]
  if ('why' in start || 'why' in read) return problems
  return { kpiId: kpi.id, startsOn: start.start.toString(), value: read.value }
}

const INEXACT = 'A number of more than 15 digits is not exact: send it as text.'

/** Whether what was sent as a number can be what was meant: a double holds fifteen digits. */
const isExact = (value: number): boolean => Number(value.toPrecision(15)) === value

const contradicts = (before: Measured | undefined, value: Decimal): boolean =>
  before !== undefined && !before.value.eq(value)

const keyOf = ({ kpiId, startsOn }: Measured): string => `${kpiId} ${startsOn}`
