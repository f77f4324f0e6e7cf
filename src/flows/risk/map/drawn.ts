import type { Temporal } from 'temporal-polyfill'
import { sayDay } from '../../../calendar/say.ts'
import type { Drawing, Reader } from '../../../flow.ts'
import { groupBy } from '../../../lists/group-by.ts'
import { categoryName } from '../cards/lines.ts'
import { stepWords } from '../cards/scale-fields.ts'
import { gradesOf, scoreOf, standingGrade } from '../rules/grade.ts'
import { movesOf, type Placed } from '../rules/heat.ts'
import { writeRisk } from '../rules/reference.ts'
import type { Category } from '../store/categories.ts'
import type { Risk } from '../store/risks.ts'
import { type Settings, settingsOf } from '../store/settings.ts'
import { altOf, type Shown } from './cards/map-card.ts'
import { type Appetite, heatMap } from './picture.ts'
import { gradesAt } from './store/placed.ts'

/** Where these stand, and where they came from since that day, else within a month; null where none is assessed. */
export async function drawnMap(
  ctx: Reader,
  risks: readonly Risk[],
  since: Temporal.PlainDate | null = null,
): Promise<({ shown: Shown } & Drawing) | null> {
  const assessed = risks.filter(({ score }) => score !== null)
  if (assessed.length === 0) return null
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const { timeZone } = settings
  const from = since?.toZonedDateTime(timeZone) ?? ctx.now.toZonedDateTimeISO(timeZone).subtract({ months: 1 })
  const ids = assessed.map(({ id }) => id)
  const before = await gradesAt(ctx.db, ids, from.toInstant())
  const placed = assessed.flatMap((risk): Placed[] => {
    const now = standingGrade(gradesOf(risk))
    return now ? [{ reference: writeRisk(risk.number), now, before: before.get(risk.id) ?? null }] : []
  })
  const shown = {
    ...{ placed, moves: movesOf(placed), steps: stepsOf(ctx, settings) },
    since: sayDay(from.toPlainDate(), ctx.locale),
    beyond: assessed.filter(isBeyond).map(({ number }) => writeRisk(number)),
    unassessed: risks.length - assessed.length,
  }
  const svg = heatMap(ctx.locale, { ...shown, appetites: appetitesOf(ctx, assessed) })
  return { shown, svg, alt: altOf(ctx.locale, shown) }
}

const isBeyond = (risk: Risk): boolean => {
  const grade = standingGrade(gradesOf(risk))
  return grade !== null && scoreOf(grade) > risk.category.appetite
}

const stepsOf = ({ locale }: Reader, settings: Settings) => ({
  likelihood: stepWords(locale, settings, 'likelihood'),
  impact: stepWords(locale, settings, 'impact'),
})

/** Of the categories of these risks, the strictest first. */
function appetitesOf({ locale }: Reader, risks: readonly Risk[]): Appetite[] {
  const categories = [...new Map(risks.map(({ category }): [string, Category] => [category.id, category])).values()]
  const groups = groupBy(categories, ({ appetite }) => String(appetite))
  return [...groups]
    .map(([appetite, all]) => ({
      appetite: Number(appetite),
      names: all.map((one) => categoryName(locale, one)).join(locale === 'en' ? ', ' : '、'),
    }))
    .toSorted((one, other) => one.appetite - other.appetite)
}
