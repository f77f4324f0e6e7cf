import type { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import type { Context, Upcoming } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { lookWords } from '../messages/looking.ts'
import { dueUntil } from '../rules/missing.ts'
import { writePeriod } from '../rules/period.ts'
import { kpisBy } from '../store/kpis.ts'
import { calendarOf } from '../store/settings.ts'
import { silentSince } from './silence.ts'

/** The values that people, and no program, have to enter for this member's KPIs; what is due at one time is one line. */
export async function upcoming(ctx: Context, member: Member, until: Temporal.Instant): Promise<Upcoming[]> {
  const { db, workspace, now } = ctx
  const where = { workspaceId: workspace.id, ownerId: member.id, archivedAt: null, source: { not: 'http' } }
  const calendar = await calendarOf(db, workspace.id)
  const locale = nearestLocale(member.locale)
  const today = localDateOf(now, calendar.timeZone)
  const due = (await kpisBy(db, where)).flatMap((kpi) => {
    const rhythm = { period: kpi.period, calendar }
    const expected = dueUntil(rhythm, silentSince(kpi, calendar), { now, today, until })
    return expected.map(({ start, at }) => ({ at, what: `${kpi.name} (${writePeriod(kpi.period, start)})` }))
  })
  return [...groupBy(due, ({ at }) => at.toString()).values()]
    .map((some) => ({ at: some[0]?.at ?? now, what: lookWords[locale].due(some.map(({ what }) => what)) }))
    .toSorted((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds)
}
