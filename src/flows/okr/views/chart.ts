import { Temporal } from 'temporal-polyfill'
import { sayMonthDay } from '../../../calendar/say.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { pngOf } from '../../../pictures/png.ts'
import { objectiveName } from '../cards/lines.ts'
import { elapsedShare } from '../rules/elapsed.ts'
import { writeObjective } from '../rules/reference.ts'
import { sayScore } from '../rules/score.ts'
import { trendOf } from '../rules/trend.ts'
import { historyOf } from '../store/check-ins.ts'
import { spanOf } from '../store/cycles.ts'
import { isLive, type Objective } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { lookWords } from './messages/looking.ts'
import { chartPicture, type Drawn } from './picture.ts'

/** Progress against the ideal line, with confidence under it: a picture, and the same numbers as a table. */
export async function chart(ctx: Asking, objective: Objective): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const name = objectiveName(objective)
  const live = objective.keyResults.filter(isLive)
  const trend = trendOf(
    live,
    await historyOf(
      ctx.db,
      live.map(({ id }) => id),
    ),
  )
  if (trend.length === 0) return show(noteCard(ctx.locale, words.chartEmpty, { title: words.chartTitle(name) }))

  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const calendar = { days: settings.workingDays, holidays: settings.holidays }
  const span = spanOf(objective.cycle)
  const idealOn = (date: string) => elapsedShare(span, Temporal.PlainDate.from(date), calendar)
  const points: Drawn[] = trend.map((point) => ({ ...point, ideal: idealOn(point.date) }))
  const last = points.at(-1)
  const alt = words.chartAlt(name, sayScore(last?.score ?? 0), sayScore(last?.ideal ?? 0))
  const png = await pngOf(chartPicture(ctx.locale, { name, points, span }))
  return {
    kind: 'card',
    card: {
      locale: ctx.locale,
      title: words.chartTitle(name),
      summary: alt,
      blocks: [
        {
          kind: 'table',
          columns: [words.date, words.score, words.ideal, words.confidenceColumn],
          rows: points.map(({ date, score, ideal, confidence }) => [
            inOneLine(sayMonthDay(Temporal.PlainDate.from(date), ctx.locale)),
            sayScore(score),
            sayScore(ideal),
            confidence === null ? '–' : confidence.toFixed(1),
          ]),
        },
      ],
    },
    file: { name: `${writeObjective(objective.number)}.png`, png, alt },
  }
}

/** A narrow table breaks a date nowhere. */
const inOneLine = (words: string): string => words.replaceAll(' ', '\u00a0')
