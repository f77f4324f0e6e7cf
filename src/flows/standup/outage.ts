import type { Temporal } from 'temporal-polyfill'
import { record } from '../../audit/record.ts'
import { toDate, toDateColumn } from '../../calendar/instant.ts'
import { sayDay } from '../../calendar/say.ts'
import type { Context } from '../../flow.ts'
import { note } from './cards/names.ts'
import { leadingWords } from './messages/leading.ts'
import { sayToLead } from './say-to-lead.ts'
import type { Standup } from './store/standups.ts'

const MOST_DATES_NAMED = 14

/** These days passed while the bot was not there: nobody missed them but the bot, and the lead hears it once. */
export async function recordOutage(
  ctx: Context,
  standup: Standup,
  dates: readonly Temporal.PlainDate[],
): Promise<void> {
  const last = dates.at(-1)
  if (!last) return

  const now = toDate(ctx.now)
  await ctx.db.standupRun.createMany({
    data: dates.map((date) => ({
      standupId: standup.id,
      date: toDateColumn(date),
      state: 'missed',
      openedAt: now,
      closesAt: now,
      closedAt: now,
    })),
  })
  await record(ctx, {
    action: 'standup.missed-by-drumbeat',
    subject: `standup:${standup.id}`,
    detail: { dates: dates.map((date) => date.toString()) },
  })
  await sayToLead(ctx, standup, {
    key: `outage/${last.toString()}`,
    card: (locale) => {
      const named = dates.slice(-MOST_DATES_NAMED).map((date) => sayDay(date, locale))
      const all = dates.length > named.length ? ['…', ...named] : named
      return note(locale, leadingWords[locale].outage(standup.name, all.join(locale === 'en' ? ', ' : '、')))
    },
  })
}
