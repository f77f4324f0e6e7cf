import { scaleBand, scaleLinear } from 'd3-scale'
import type { Locale } from '../../../chat/locale.ts'
import type { Point } from '../rules/voc.ts'
import { dateOf } from './card.ts'
import { reportWords } from './messages.ts'

const WIDTH = 760
const HEIGHT = 368
const AREA = { left: 48, right: WIDTH - 16, top: 84, bottom: HEIGHT - 40 }
/** Told apart without colours too: filled, pale, and a line with dots. */
const INK = { received: '#b4483a', closed: '#9dbfae', open: '#2f4858', text: '#333333', grid: '#dddddd' }

/** The trend as an SVG: bars for what was received and closed, a line for what was open at each week's end. */
export function trendPicture(locale: Locale, trend: readonly Point[], timeZone: string): string {
  const weeks = trend.map(({ from }) => labelOf(from, timeZone))
  const across = scaleBand(weeks, [AREA.left, AREA.right]).padding(0.3)
  const most = Math.max(4, ...trend.flatMap(({ received, closed, open }) => [received, closed, open]))
  const up = scaleLinear([0, most], [AREA.bottom, AREA.top]).nice(5)
  const bar = across.bandwidth() / 2
  const bars = trend.flatMap(({ received, closed }, at) => {
    const x = across(weeks[at] ?? '') ?? 0
    return [
      rect({ x, y: up(received), width: bar }, INK.received),
      rect({ x: x + bar, y: up(closed), width: bar }, INK.closed),
    ]
  })
  const points = trend.map(({ open }, at) => ({ x: (across(weeks[at] ?? '') ?? 0) + bar, y: up(open) }))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-size="13" fill="${INK.text}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    label(reportWords[locale].trend, { x: AREA.left, y: 26 }),
    ...legend(locale),
    ...up
      .ticks(5)
      .filter(Number.isInteger)
      .map((tick) => gridLine(tick, up(tick))),
    ...bars,
    `<polyline fill="none" stroke="${INK.open}" stroke-width="2" points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}"/>`,
    ...points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${INK.open}"/>`),
    ...weeks.map((week, at) => label(week, { x: points[at]?.x ?? 0, y: AREA.bottom + 20, anchor: 'middle' })),
    '</svg>',
  ].join('')
}

/** Month and day of the week's Monday. */
const labelOf = (from: number, timeZone: string): string => dateOf(from, timeZone).toString().slice(5)

function legend(locale: Locale): string[] {
  const words = reportWords[locale]
  const entries = [
    { mark: rectMark(INK.received), name: words.receivedShort },
    { mark: rectMark(INK.closed), name: words.closedShort },
    { mark: lineMark(INK.open), name: words.openShort },
  ]
  return entries.map(({ mark, name }, at) => {
    const x = AREA.left + at * 130
    return `<g transform="translate(${x} 44)">${mark}${label(name, { x: 24, y: 12 })}</g>`
  })
}

const rectMark = (ink: string): string => `<rect width="14" height="14" fill="${ink}"/>`
const lineMark = (ink: string): string =>
  `<line x2="18" y1="7" y2="7" stroke="${ink}" stroke-width="2"/><circle cx="9" cy="7" r="3.5" fill="${ink}"/>`

const rect = ({ x, y, width }: { x: number; y: number; width: number }, ink: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${AREA.bottom - y}" fill="${ink}"/>`

const gridLine = (tick: number, y: number): string =>
  `<line x1="${AREA.left}" x2="${AREA.right}" y1="${y}" y2="${y}" stroke="${INK.grid}"/>${label(String(tick), { x: AREA.left - 8, y: y + 4, anchor: 'end' })}`

const label = (words: string, { x, y, anchor = 'start' }: { x: number; y: number; anchor?: string }): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`
