import { localDateOf } from '../../../calendar/occurrences.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import type { Locale } from '../../../chat/locale.ts'
import { UserError } from '../../../errors.ts'
import type { Asking, Context, Reply } from '../../../flow.ts'
import { pngOf } from '../../../pictures/png.ts'
import type { Picture } from '../../../platform.ts'
import { type Period, readPeriod, spanOf, trendWeeks } from '../rules/period.ts'
import { trendOf, vocOf } from '../rules/voc.ts'
import { onlyVisible } from '../sight.ts'
import { settingsOf } from '../store/settings.ts'
import { mustBeColleague } from '../which.ts'
import { dateOf, isEmpty, reportCard, type Told } from './card.ts'
import { factsFor, openSight, type Sight } from './facts.ts'
import { reportWords } from './messages.ts'
import { trendPicture } from './picture.ts'

/** `/complaint report last week`: privately, with what the asker may see. */
export async function reportByCommand(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const { calendar } = await settingsOf(ctx.db, ctx.workspace.id)
  const period = readPeriod(text, localDateOf(ctx.now, calendar.timeZone))
  if (!period) throw new UserError(reportWords[ctx.locale].badPeriod(text.slice(0, 100)))

  const told = await toldAbout(ctx, period, (complaints) => onlyVisible(ctx.db, ctx.actor, complaints, ctx.now))
  return { kind: 'card', card: reportCard(ctx.locale, told), ...(await pictured(ctx.locale, told)) }
}

/** For a channel: without anything confidential. */
export const reportForEverybody = (ctx: Context, period: Period): Promise<Told> => toldAbout(ctx, period, openSight)

/** Nothing is drawn of nothing. */
export async function pictured(locale: Locale, told: Told): Promise<{ file?: Picture }> {
  if (isEmpty(told)) return {}
  const { trend, timeZone, period } = told
  const [first, last] = [trend[0], trend.at(-1)].map((week) => dateOf(week?.from ?? 0, timeZone).toString())
  const png = await pngOf(trendPicture(locale, trend, timeZone))
  return { file: { name: `complaints-${period.to}.png`, png, alt: reportWords[locale].alt(first ?? '', last ?? '') } }
}

async function toldAbout(ctx: Context, period: Period, sight: Sight): Promise<Told> {
  const { timeZone } = (await settingsOf(ctx.db, ctx.workspace.id)).calendar
  const span = spanOf(period, timeZone)
  const facts = await factsFor(ctx.db, ctx.workspace.id, span, sight)
  const weeks = trendWeeks(period).map((week) => spanOf(week, timeZone))
  const isForEverybody = sight === openSight
  return { voc: vocOf(facts, span), trend: trendOf(facts, weeks), period, timeZone, isForEverybody }
}
