import { localDateOf } from '../../../calendar/occurrences.ts'
import { type Period, readPeriod } from '../../../calendar/read-period.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import type { Locale } from '../../../chat/locale.ts'
import { UserError } from '../../../errors.ts'
import type { Asking, Context, Drawing, Reader, Reply, Section } from '../../../flow.ts'
import { pngOf } from '../../../pictures/png.ts'
import type { Picture } from '../../../platform.ts'
import { spanOf, trendWeeks } from '../rules/period.ts'
import { trendOf, vocOf } from '../rules/voc.ts'
import { onlyVisible } from '../sight.ts'
import { settingsOf } from '../store/settings.ts'
import { mustBeColleague } from '../which.ts'
import { briefOf, dateOf, isEmpty, isQuiet, reportCard, type Told } from './card.ts'
import { factsFor, openSight, type Sight } from './facts.ts'
import { reportWords } from './messages.ts'
import { trendPicture } from './picture.ts'

/** `/complaint report last week`: privately, with what the asker may see. */
export async function reportByCommand(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const { calendar } = await settingsOf(ctx.db, ctx.workspace.id)
  const period = readPeriod(text, localDateOf(ctx.now, calendar.timeZone))
  if (!period) throw new UserError(reportWords[ctx.locale].badPeriod(text.slice(0, 100)))

  const told = await toldAbout(ctx, period)
  return { kind: 'card', card: reportCard(ctx.locale, told), ...(await pictured(ctx.locale, told)) }
}

/** Its part of the report on a week: the same in short. */
export async function section(ctx: Reader, week: Period): Promise<Section[]> {
  const told = await toldAbout(ctx, week)
  if (isQuiet(told)) return []
  return [
    {
      title: reportWords[ctx.locale].title,
      blocks: briefOf(ctx.locale, told),
      command: `/complaint report ${week.from} ${week.to}`,
      pictures: [drawnOf(ctx.locale, told)],
    },
  ]
}

/** Nothing is drawn of nothing. */
export async function pictured(locale: Locale, told: Told): Promise<{ file?: Picture }> {
  if (isEmpty(told)) return {}
  const { svg, alt } = drawnOf(locale, told)
  return { file: { name: `complaints-${told.period.to}.png`, png: await pngOf(svg), alt } }
}

function drawnOf(locale: Locale, { trend, timeZone }: Told): Drawing {
  const [first, last] = [trend[0], trend.at(-1)].map((week) => dateOf(week?.from ?? 0, timeZone).toString())
  return { svg: trendPicture(locale, trend, timeZone), alt: reportWords[locale].alt(first ?? '', last ?? '') }
}

/** Where nobody in particular reads it, such as in a channel, it is without anything confidential. */
export async function toldAbout(ctx: Context & Pick<Reader, 'actor'>, period: Period): Promise<Told> {
  const { actor } = ctx
  const sight: Sight = actor ? (complaints) => onlyVisible(ctx.db, actor, complaints, ctx.now) : openSight
  const { timeZone } = (await settingsOf(ctx.db, ctx.workspace.id)).calendar
  const span = spanOf(period, timeZone)
  const facts = await factsFor(ctx.db, ctx.workspace.id, span, sight)
  const weeks = trendWeeks(period).map((week) => spanOf(week, timeZone))
  const isForEverybody = actor === undefined
  return { voc: vocOf(facts, span), trend: trendOf(facts, weeks), period, timeZone, isForEverybody }
}
