import { scaleLinear } from 'd3-scale'
import { Temporal } from 'temporal-polyfill'
import { sayMonthDay } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import { shortened } from '../../../chat/shortened.ts'
import { type At, label, line } from '../../../pictures/draw.ts'
import { lookWords } from '../messages/looking.ts'

export type Bound = { name: string; value: number; kind: 'bound' | 'clear' }
/** The day on which it opened. */
type Marked = { name: string; on: string }
type Point = { startsOn: string; value: number }
type Picture = {
  name: string
  unit: string | null
  points: readonly Point[]
  bounds: readonly Bound[]
  alerts: readonly Marked[]
}

const WIDTH = 760
const HEIGHT = 380
const PLOT = { left: 84, right: WIDTH - 56, top: 76, bottom: HEIGHT - 44 }
/** Told apart without colours too: a line with dots, a dashed line, a dotted one, triangles. */
const INK = { value: '#2b5c8a', bound: '#b3261e', clear: '#2f6f4f', text: '#333333', grid: '#dddddd' }
/** The height of the band below the values in which alerts are marked. */
const MARKS = 32
const CHARACTER = 13
const LONGEST_NAME = 60
const TICKS = 5
/** A date and some air. */
const DATE_WIDTH = 64

/** Values over time with the bounds of rules and the alerts that were opened, as an SVG. */
export function chartPicture(locale: Locale, { name, points, bounds, alerts, unit }: Picture): string {
  const days = points.map(({ startsOn }) => startsOn)
  const [first = '', last = first] = [days.at(0), days.at(-1)]
  const dayOf = (date: string) => Temporal.PlainDate.from(first).until(date, { largestUnit: 'days' }).days
  const across = scaleLinear([0, Math.max(1, dayOf(last))], [PLOT.left, PLOT.right])
  const all = [...points, ...bounds].map(({ value }) => value)
  const marked = alerts.filter(({ on }) => on >= first && dayOf(on) <= dayOf(last) + 1)
  const bottom = marked.length > 0 ? PLOT.bottom - MARKS : PLOT.bottom
  const up = scaleLinear(spread(all), [bottom, PLOT.top]).nice(TICKS)
  const drawn = points.map(({ startsOn, value }) => ({ x: across(dayOf(startsOn)), y: up(value) }))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-size="${CHARACTER}" fill="${INK.text}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    label(shortened(name, LONGEST_NAME) + (unit ? ` (${unit})` : ''), { x: 24, y: 26 }),
    ...legend(locale, { bounds, marked }),
    ...up.ticks(TICKS).map((tick) => gridLine(up.tickFormat(TICKS, '~s')(tick), up(tick))),
    ...bounds.map((bound) => boundLine(bound, up(bound.value))),
    line(drawn, `stroke="${INK.value}" stroke-width="2"`),
    ...drawn.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3" fill="${INK.value}"/>`),
    ...marked.map(({ name: which, on }) => mark(which, { x: Math.min(PLOT.right, across(dayOf(on))), y: PLOT.bottom })),
    ...dateLabels(locale, days, (date) => across(dayOf(date))),
    '</svg>',
  ].join('')
}

/** Values that are all alike lie in the middle. */
function spread(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low || Math.abs(high) || 1) * 0.08
  return [low - air, high + air]
}

function legend(locale: Locale, { bounds, marked }: Pick<Picture, 'bounds'> & { marked: readonly Marked[] }): string[] {
  const words = lookWords[locale]
  const stroke = (look: string) => `<line x2="24" y1="7" y2="7" ${look}/>`
  const entries = [
    {
      mark: `${stroke(`stroke="${INK.value}" stroke-width="2"`)}<circle cx="12" cy="7" r="3" fill="${INK.value}"/>`,
      name: words.value,
    },
    ...(bounds.some(({ kind }) => kind === 'bound') ? [{ mark: stroke(LOOKS.bound), name: words.bound }] : []),
    ...(bounds.some(({ kind }) => kind === 'clear') ? [{ mark: stroke(LOOKS.clear), name: words.clear }] : []),
    ...(marked.length > 0 ? [{ mark: triangle({ x: 12, y: 12 }), name: words.alert }] : []),
  ]
  return entries.map(
    ({ mark: drawn, name }, at) =>
      `<g transform="translate(${24 + at * 130} 44)">${drawn}${label(name, { x: 32, y: 12 })}</g>`,
  )
}

const LOOKS = {
  bound: `stroke="${INK.bound}" stroke-width="1.5" stroke-dasharray="7 4"`,
  clear: `stroke="${INK.clear}" stroke-width="1.5" stroke-dasharray="2 4"`,
}

const boundLine = ({ name, kind }: Bound, y: number): string =>
  line(
    [
      { x: PLOT.left, y },
      { x: PLOT.right, y },
    ],
    LOOKS[kind],
  ) + label(name, { x: PLOT.right + 6, y: y + 4 })

const gridLine = (words: string, y: number): string =>
  `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}" stroke="${INK.grid}"/>${label(words, { x: PLOT.left - 8, y: y + 4, anchor: 'end' })}`

const mark = (name: string, at: At): string => triangle(at) + label(name, { x: at.x, y: at.y - 16, anchor: 'middle' })

const triangle = ({ x, y }: At): string =>
  `<polygon points="${x - 7},${y} ${x + 7},${y} ${x},${y - 12}" fill="${INK.bound}"/>`

/** The first day, and each later one where there is room beside the one before. */
function dateLabels(locale: Locale, days: readonly string[], xOf: (date: string) => number): string[] {
  const shown: string[] = []
  for (const day of days) {
    const before = shown.at(-1)
    if (before === undefined || xOf(day) - xOf(before) >= DATE_WIDTH) shown.push(day)
  }
  return shown.map((day) =>
    label(sayMonthDay(Temporal.PlainDate.from(day), locale), { x: xOf(day), y: PLOT.bottom + 24, anchor: 'middle' }),
  )
}
