import { Temporal } from 'temporal-polyfill'
import type { Card } from '../../../chat/card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { mayChange } from '../authority.ts'
import { kpiCard } from '../cards/kpi-card.ts'
import { rulesOf } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'
import { kpiById } from '../store/kpis.ts'
import { recentOf } from '../store/samples.ts'

const SHOWN = 6

export const showKpi = async (ctx: Asking, kpi: Kpi): Promise<Reply> => show(await kpiCardFor(ctx, kpi))

/** The KPI as it is now, after a deed with what was done. */
export async function kpiCardFor(ctx: Asking, { id }: Kpi, said?: string): Promise<Card> {
  const kpi = await kpiById(ctx.db, ctx.workspace.id, id)
  if (!kpi) throw new Error('A KPI is gone that was there')
  const people = await membersByIds(ctx.db, ctx.workspace.id, [kpi.ownerId, ...(kpi.mutedById ? [kpi.mutedById] : [])])
  const from = Temporal.PlainDate.from('9999-12-31').toString()
  return kpiCard(ctx.locale, {
    ...{ kpi, now: ctx.now, timeZone: ctx.actor.timeZone, ...(said && { said }) },
    names: new Map(people.map((member) => [member.id, member.name])),
    samples: await recentOf(ctx.db, [{ kpiId: id, from, count: SHOWN, besides: [] }]),
    rules: await rulesOf(ctx.db, [id]),
    mayChange: kpi.archivedAt === null && (await mayChange(ctx, kpi)),
  })
}
