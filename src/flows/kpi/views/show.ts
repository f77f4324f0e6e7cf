import type { Card } from '../../../chat/card.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { linkedTo, withOffers } from '../../../links/links.ts'
import { membersByIds } from '../../../people/members.ts'
import { mayChange } from '../authority.ts'
import { kpiCard } from '../cards/kpi-card.ts'
import { rulesOf } from '../store/kpi-rules.ts'
import { type Kpi, kpiById } from '../store/kpis.ts'
import { recentOf } from '../store/samples.ts'
import { asSubject } from '../subject.ts'
import { drawnOf, pictureOf } from './chart.ts'

const SHOWN = 6

/** `/kpi show revenue`: with its picture, as soon as there is a value. */
export async function showKpi(ctx: Asking, kpi: Kpi): Promise<Reply> {
  const file = await pictureOf(ctx, kpi, await drawnOf(ctx, kpi))
  return { kind: 'card', card: await kpiCardFor(ctx, kpi), ...(file && { file }) }
}

/** The KPI as it is now, after a deed with what was done. */
export async function kpiCardFor(ctx: Asking, { id }: Kpi, said?: string): Promise<Card> {
  const kpi = await kpiById(ctx.db, ctx.workspace.id, id)
  if (!kpi) throw new Error('A KPI is gone that was there')
  const people = await membersByIds(ctx.db, ctx.workspace.id, [kpi.ownerId, ...(kpi.mutedById ? [kpi.mutedById] : [])])
  const subject = asSubject(kpi)
  const links = await linkedTo(ctx, subject.subject)
  const card = kpiCard(ctx.locale, {
    ...{ kpi, links, now: ctx.now, timeZone: ctx.actor.timeZone, ...(said && { said }) },
    names: new Map(people.map((member) => [member.id, member.name])),
    samples: await recentOf(ctx.db, [{ kpiId: id, from: '9999-12-31', count: SHOWN, besides: [] }]),
    rules: await rulesOf(ctx.db, [id]),
    mayChange: kpi.archivedAt === null && (await mayChange(ctx, kpi)),
  })
  return withOffers(ctx, card, subject, links)
}
