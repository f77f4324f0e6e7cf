import { toDate } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { pngOf } from '../../../pictures/png.ts'
import { mustBeColleague } from '../authority.ts'
import { categoryName } from '../cards/lines.ts'
import { stepWords } from '../cards/scale-fields.ts'
import { gradesOf, scoreOf, standingGrade } from '../rules/grade.ts'
import { movesOf, type Placed } from '../rules/heat.ts'
import { writeRisk } from '../rules/reference.ts'
import type { Category } from '../store/categories.ts'
import type { Risk } from '../store/risks.ts'
import { type Settings, settingsOf } from '../store/settings.ts'
import { allFound } from '../views/all-found.ts'
import { altOf, mapCard } from './cards/map-card.ts'
import { mapWords } from './messages/map.ts'
import { type Appetite, heatMap } from './picture.ts'
import { gradesAt } from './store/placed.ts'

/** `/risk map`, `/risk map category:Legal`: where the open risks stand, and where they came from within a month. */
export async function map(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = mapWords[ctx.locale]
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const risks = await allFound(ctx, line)
  const assessed = risks.filter(({ score }) => score !== null)
  if (assessed.length === 0) return show(noteCard(ctx.locale, words.empty, { hints: [words.emptyHint] }))

  const monthAgo = ctx.now.toZonedDateTimeISO(settings.timeZone).subtract({ months: 1 })
  const before = await gradesAt(
    ctx.db,
    assessed.map(({ id }) => id),
    monthAgo.toInstant(),
  )
  const placed = assessed.flatMap((risk): Placed[] => {
    const now = standingGrade(gradesOf(risk))
    return now ? [{ reference: writeRisk(risk.number), now, before: before.get(risk.id) ?? null }] : []
  })
  const shown = {
    ...{ placed, moves: movesOf(placed), steps: stepsOf(ctx, settings) },
    since: sayDay(monthAgo.toPlainDate(), ctx.locale),
    beyond: assessed.filter(isBeyond).map(({ number }) => writeRisk(number)),
    unassessed: risks.length - assessed.length,
  }
  const alt = altOf(ctx.locale, shown)
  const png = await pngOf(heatMap(ctx.locale, { ...shown, appetites: appetitesOf(ctx, assessed) }))
  return { kind: 'card', card: mapCard(ctx.locale, shown), file: { name: `risks-${dayOf(ctx)}.png`, png, alt } }
}

const isBeyond = (risk: Risk): boolean => {
  const grade = standingGrade(gradesOf(risk))
  return grade !== null && scoreOf(grade) > risk.category.appetite
}

const stepsOf = ({ locale }: Asking, settings: Settings) => ({
  likelihood: stepWords(locale, settings, 'likelihood'),
  impact: stepWords(locale, settings, 'impact'),
})

/** Of the categories of these risks, the strictest first. */
function appetitesOf({ locale }: Asking, risks: readonly Risk[]): Appetite[] {
  const categories = [...new Map(risks.map(({ category }): [string, Category] => [category.id, category])).values()]
  const groups = groupBy(categories, ({ appetite }) => String(appetite))
  return [...groups]
    .map(([appetite, all]) => ({
      appetite: Number(appetite),
      names: all.map((one) => categoryName(locale, one)).join(locale === 'en' ? ', ' : '、'),
    }))
    .toSorted((one, other) => one.appetite - other.appetite)
}

const dayOf = ({ now }: Asking): string => toDate(now).toISOString().slice(0, 10)
