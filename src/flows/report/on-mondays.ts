import { localDateOf, nextOccurrence, type Occurrence } from '../../calendar/occurrences.ts'
import { weekOf } from '../../calendar/read-period.ts'
import type { Context, Due } from '../../flow.ts'
import type { ReportPlan } from '../../generated/client.ts'
import { memberById } from '../../people/members.ts'
import { plan } from '../../timers/plan.ts'
import { sayReport, toEverybody, toMember } from './say-report.ts'
import { plansBy } from './store/plans.ts'

const MONDAY = 1
const AT = '09:00'
export const TIMER = 'report.monday'

/** Monday 9:00 where its readers are; planning it again moves it. */
export async function planMonday(ctx: Context, { id, timeZone }: ReportPlan): Promise<Occurrence | null> {
  const next = nextOccurrence({ timeZone, time: AT, days: [MONDAY] }, ctx.now)
  if (next) await plan(ctx, { kind: TIMER, subject: id, at: next.at })
  return next
}

/** The report on the week before the one in which it was due; after an outage it comes late, and once. */
export async function reportOnTime(ctx: Context, { subject, dueAt }: Due): Promise<void> {
  const [planned] = await plansBy(ctx.db, { workspaceId: ctx.workspace.id, id: subject })
  if (!planned) return
  await planMonday(ctx, planned)
  const { timeZone, channelId, memberId } = planned
  const week = { ...weekOf(localDateOf(dueAt, timeZone).subtract({ weeks: 1 })), timeZone }
  const key = `report/${subject}/${week.from}`
  if (channelId) await sayReport(toEverybody(ctx), { key, to: { channel: channelId }, week })
  const member = memberId ? await memberById(ctx.db, ctx.workspace.id, memberId) : null
  if (member) await sayReport(toMember(ctx, member), { key, to: { person: member.id }, week })
}
