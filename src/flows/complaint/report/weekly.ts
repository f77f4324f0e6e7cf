import { localDateOf, nextOccurrence } from '../../../calendar/occurrences.ts'
import { weekOf } from '../../../calendar/read-period.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Context, Due } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { plan } from '../../../timers/plan.ts'
import { settingsOf } from '../store/settings.ts'
import { reportCard } from './card.ts'
import { pictured, toldAbout } from './report.ts'

const MONDAY = 1
const AT = '09:00'

/** Monday 9:00 by the calendar of complaints; planning it again moves it to where that calendar has it now. */
export async function planWeekly(ctx: Context): Promise<void> {
  const { calendar, triageChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  if (!triageChannelId) return
  const next = nextOccurrence({ timeZone: calendar.timeZone, time: AT, days: [MONDAY], holidays: null }, ctx.now)
  if (next) await plan(ctx, { kind: 'complaint.voc', subject: ctx.workspace.id, at: next.at })
}

/** Last week's report in the triage channel; after an outage it comes late, and once. */
export async function reportOnTime(ctx: Context, { dueAt }: Due): Promise<void> {
  await planWeekly(ctx)
  const { calendar, triageChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  if (!triageChannelId) return

  const lastWeek = weekOf(localDateOf(dueAt, calendar.timeZone).subtract({ weeks: 1 }))
  const locale = nearestLocale(ctx.workspace.locale)
  const told = await toldAbout(ctx, lastWeek)
  await say(ctx, {
    key: `complaint/report/${lastWeek.from}`,
    to: { channel: triageChannelId },
    card: reportCard(locale, told),
    urgency: 'digest',
    ...(await pictured(locale, told)),
  })
}
