import { scaleLinear } from 'd3-scale'
import { Temporal } from 'temporal-polyfill'
import { sayMonthDay } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import { shortened } from '../../../chat/shortened.ts'
import { type At, label, line } from '../../../pictures/draw.ts'
import type { Span } from '../rules/elapsed.ts'
import { sayScore } from '../rules/score.ts'
import type { Point } from '../rules/trend.ts'
import { lookWords } from './messages/looking.ts'

/** A point of the trend with where the ideal line is on that date. */
export type Drawn = Point & { ideal: number }
type Picture = { name: string; points: readonly Drawn[]; span: Span }

const WIDTH = 760
const HEIGHT = 420
const PROGRESS = { left: 48, right: WIDTH - 16, top: 72, bottom: 270 }
const CONFIDENCE = { top: 310, bottom: HEIGHT - 40 }
/** Told apart without colours too: a line with dots, a dashed line, bars. */
const INK = { progress: '#2f6f4f', ideal: '#8a8a8a', confidence: '#9db4c0', text: '#333333', grid: '#dddddd' }
const LONGEST_NAME = 60
const CHARACTER = 13
/** A date and some air. */
const DATE_WIDTH = 56

/** Progress against the ideal line, 0 to 1, and under it how confident people were, 0 to 10, as an SVG. */
export function chartPicture(locale: Locale, { name, points, span }: Picture): string {
  const days = Math.max(1, span.startsOn.until(span.endsOn, { largestUnit: 'days' }).days)
  const across = scaleLinear([0, days], [PROGRESS.left, PROGRESS.right]).clamp(true)
  const xOf = (date: string) => across(span.startsOn.until(date, { largestUnit: 'days' }).days)
  const up = scaleLinear([0, 1], [PROGRESS.bottom, PROGRESS.top])
  const sure = scaleLinear([0, 10], [CONFIDENCE.bottom, CONFIDENCE.top])
  const drawn = points.map(({ date, score }) => ({ x: xOf(date), y: up(score) }))
  const last = drawn.at(-1)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-size="${CHARACTER}" fill="${INK.text}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    label(shortened(name, LONGEST_NAME), { x: PROGRESS.left, y: 24 }),
    ...legend(locale),
    ...[0, 0.25, 0.5, 0.75, 1].map((tick) => gridLine(sayScore(tick), up(tick))),
    line(
      [
        { x: PROGRESS.left, y: up(0) },
        { x: PROGRESS.right, y: up(1) },
      ],
      `stroke="${INK.ideal}" stroke-dasharray="6 4"`,
    ),
    line(drawn, `stroke="${INK.progress}" stroke-width="2.5"`),
    ...drawn.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4" fill="${INK.progress}"/>`),
    ...(last ? [label(sayScore(points.at(-1)?.score ?? 0), nearby(last))] : []),
    label(lookWords[locale].confidenceColumn, { x: PROGRESS.left, y: CONFIDENCE.top - 12 }),
    ...[0, 5, 10].map((tick) => gridLine(String(tick), sure(tick))),
    ...points.flatMap(({ date, confidence }) =>
      confidence === null ? [] : bar({ x: xOf(date), y: sure(confidence) }),
    ),
    ...monthLabels(locale, span, xOf),
    '</svg>',
  ].join('')
}

function legend(locale: Locale): string[] {
  const words = lookWords[locale]
  const entries = [
    {
      mark: `<line x2="24" y1="7" y2="7" stroke="${INK.progress}" stroke-width="2.5"/><circle cx="12" cy="7" r="4" fill="${INK.progress}"/>`,
      name: words.progress,
    },
    { mark: `<line x2="24" y1="7" y2="7" stroke="${INK.ideal}" stroke-dasharray="6 4"/>`, name: words.ideal },
  ]
  return entries.map(
    ({ mark, name }, at) =>
      `<g transform="translate(${PROGRESS.left + at * 120} 40)">${mark}${label(name, { x: 32, y: 12 })}</g>`,
  )
}

/** The first day, and each month's where there is room beside the one before. */
function monthLabels(locale: Locale, { startsOn, endsOn }: Span, xOf: (date: string) => number): string[] {
  const placeOf = (date: Temporal.PlainDate) => Math.min(xOf(date.toString()), WIDTH - DATE_WIDTH)
  const dates = [startsOn]
  for (let month = startsOn.with({ day: 1 }).add({ months: 1 }); Temporal.PlainDate.compare(month, endsOn) <= 0; ) {
    const before = dates.at(-1) ?? startsOn
    if (placeOf(month) - placeOf(before) >= DATE_WIDTH) dates.push(month)
    month = month.add({ months: 1 })
  }
  return dates.map((date) => label(sayMonthDay(date, locale), { x: placeOf(date), y: CONFIDENCE.bottom + 22 }))
}

const nearby = ({ x, y }: At) => {
  const isRight = x > PROGRESS.right - 50
  return { x: x + (isRight ? -8 : 8), y: y - 8, anchor: isRight ? 'end' : 'start' }
}

const bar = ({ x, y }: At): string =>
  `<rect x="${x - 4}" y="${y}" width="8" height="${Math.max(1, CONFIDENCE.bottom - y)}" fill="${INK.confidence}"/>`

const gridLine = (words: string, y: number): string =>
  `<line x1="${PROGRESS.left}" x2="${PROGRESS.right}" y1="${y}" y2="${y}" stroke="${INK.grid}"/>${label(words, { x: PROGRESS.left - 8, y: y + 4, anchor: 'end' })}`
