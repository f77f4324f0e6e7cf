import { recordAll } from '../../audit/record.ts'
import type { Asking, Context } from '../../flow.ts'
import type { Complaint } from './store/complaints.ts'
import { addEntries, type Told } from './store/entries.ts'
import { publish, redrawAll } from './views/publish.ts'

type Telling = Context & Partial<Pick<Asking, 'actor'>>
export type News = { complaint: Complaint; told: Told }

/**
 * Something happened to this complaint: it goes into its story and the audit trail, under its card, and the card shows
 * it. The audit trail gets the detail, and never what people wrote or who the customer is.
 */
export const tell = (ctx: Telling, complaint: Complaint, told: Told): Promise<void> =>
  tellAll(ctx, [{ complaint, told }])

/** The same for what happened to many at once. */
export async function tellAll(ctx: Telling, news: readonly News[]): Promise<void> {
  const byId = ctx.actor?.id ?? null
  const entries = await addEntries(
    ctx,
    news.map(({ complaint, told }) => ({ ...told, complaintId: complaint.id, byId })),
  )
  await recordAll(
    ctx,
    news.map(({ complaint, told: { kind, detail = {} } }) => ({
      ...{ action: `complaint.${kind}`, subject: `complaint:${complaint.id}`, detail },
    })),
  )
  const complaints = new Map(news.map(({ complaint }) => [complaint.id, complaint]))
  // The cards first: what happened stands under them.
  await redrawAll(ctx, [...complaints.values()])
  const happened = entries.flatMap((entry) => {
    const complaint = complaints.get(entry.complaintId)
    return complaint ? { complaint, entry } : []
  })
  await publish(ctx, happened)
}
