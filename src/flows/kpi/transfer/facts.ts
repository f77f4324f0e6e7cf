import type { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { Importing } from '../../../files/importer.ts'
import { peopleOf } from '../../../people/written.ts'
import { changeableBy } from '../authority.ts'
import { type Kpi, kpisBy } from '../store/kpis.ts'
import { calendarOf } from '../store/settings.ts'

/** All that is asked about rows, looked up once. */
export type Facts = {
  today: Temporal.PlainDate
  byKey: ReadonlyMap<string, Kpi>
  nameOf: (memberId: string) => string
  mayChange: (kpi: Kpi) => boolean
}

export async function factsFor(ctx: Importing): Promise<Facts> {
  const { db, workspace, now } = ctx
  const kpis = await kpisBy(db, { workspaceId: workspace.id })
  return {
    today: localDateOf(now, (await calendarOf(db, workspace.id)).timeZone),
    byKey: new Map(kpis.map((kpi) => [kpi.key, kpi])),
    nameOf: (await peopleOf(ctx)).write,
    mayChange: await changeableBy(ctx),
  }
}
