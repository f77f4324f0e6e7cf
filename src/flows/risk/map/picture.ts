import { LEVELS, type Level, levelNames } from '../../../alerts/rules/levels.ts'
import type { Locale } from '../../../chat/locale.ts'
import { escaped, fitted, widthOf } from '../../../pictures/svg.ts'
import { type Grade, levelOfGrade, STEPS, scoreOf, scoresOf } from '../rules/grade.ts'
import { heightsOf, inCell, type Move, type Placed } from '../rules/heat.ts'
import { type At, arrow } from './arrows.ts'
import { mapWords } from './messages/map.ts'

/** An appetite with the names of the categories that have it. */
export type Appetite = { appetite: number; names: string }
export type Picture = {
  placed: readonly Placed[]
  moves: readonly Move[]
  appetites: readonly Appetite[]
  /** What each step means, the least first. */
  steps: { likelihood: readonly string[]; impact: readonly string[] }
  since: string
}

const CELL = { width: 112, height: 76 }
const LEFT = 170
const TOP = 64
const WIDTH = LEFT + STEPS.length * CELL.width + 24
const BOTTOM = TOP + STEPS.length * CELL.height
const LEGEND = BOTTOM + 74
const LINE = 22
const CHARACTER = 13
const TEXT = '#222222'
/** Told apart without colours too: each cell has its score, and the legend the scores of each level. */
const FILL: Record<Level, string> = { low: '#a8d5a2', moderate: '#f6e08a', high: '#f3b56b', critical: '#e58080' }
/** Lines of appetite, told apart by their dashes. */
const DASHES = ['', '9 5', '2 5']
const LINE_INK = '#1d3f8f'

/** A 5 × 5 heat map as an SVG: how many risks in each cell, the lines of appetite, and where risks came from. */
export function heatMap(locale: Locale, picture: Picture): string {
  const words = mapWords[locale]
  const lines = picture.appetites.slice(0, DASHES.length)
  const height = LEGEND + LINE * (lines.length + (picture.moves.length > 0 ? 1 : 0)) + 36
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-size="${CHARACTER}" fill="${TEXT}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(words.title, { x: 20, y: 32, size: 18 }),
    ...axes(locale, picture),
    ...cells(picture.placed),
    ...lines.map(({ appetite }, at) => stairs(appetite, at)),
    ...picture.moves.map((move) => arrow(move, middleOf)),
    ...legend(locale, { ...picture, appetites: lines }),
    '</svg>',
  ].join('')
}

const cornerOf = ({ likelihood, impact }: Grade): At => ({
  x: LEFT + (impact - 1) * CELL.width,
  y: TOP + (STEPS.length - likelihood) * CELL.height,
})

/** Where arrows begin and end: beside the number of the cell. */
const middleOf = (cell: Grade): At => ({ x: cornerOf(cell).x + 72, y: cornerOf(cell).y + CELL.height / 2 })

const cells = (placed: readonly Placed[]): string[] =>
  STEPS.flatMap((likelihood) =>
    STEPS.map((impact) => {
      const cell = { likelihood, impact }
      const { x, y } = cornerOf(cell)
      const count = inCell(placed, cell).length
      return [
        `<rect x="${x}" y="${y}" width="${CELL.width}" height="${CELL.height}" fill="${FILL[levelOfGrade(cell)]}" stroke="#ffffff" stroke-width="2"/>`,
        text(String(scoreOf(cell)), { x: x + CELL.width - 8, y: y + CELL.height - 8, size: 11, anchor: 'end' }),
        ...(count > 0 ? [text(String(count), { x: x + 14, y: y + 48, size: 30 })] : []),
      ].join('')
    }),
  )

function axes(locale: Locale, { steps }: Picture): string[] {
  const words = mapWords[locale]
  return [
    text(words.likelihood, { x: 20, y: TOP - 6, size: 13 }),
    text(words.impact, { x: LEFT + (STEPS.length * CELL.width) / 2, y: BOTTOM + 46, size: 13, anchor: 'middle' }),
    ...STEPS.map((step) => {
      const { y } = cornerOf({ likelihood: step, impact: 1 })
      return text(fitted(steps.likelihood[step - 1] ?? '', 12), { x: LEFT - 10, y: y + 43, size: 12, anchor: 'end' })
    }),
    ...STEPS.map((step) => {
      const x = LEFT + (step - 0.5) * CELL.width
      return text(fitted(steps.impact[step - 1] ?? '', 9), { x, y: BOTTOM + 20, size: 12, anchor: 'middle' })
    }),
  ]
}

/** What is below and to the left of it is within appetite. */
function stairs(appetite: number, at: number): string {
  const points = heightsOf(appetite).flatMap((height, column) => {
    // Beside one another where two appetites have one edge.
    const y = BOTTOM - height * CELL.height + at * 3
    return [`${LEFT + column * CELL.width},${y}`, `${LEFT + (column + 1) * CELL.width},${y}`]
  })
  return `<polyline fill="none" stroke="${LINE_INK}" stroke-width="3" stroke-dasharray="${DASHES[at]}" points="${points.join(' ')}"/>`
}

function legend(locale: Locale, { appetites, moves, since }: Picture): string[] {
  const words = mapWords[locale]
  let x = 20
  const levels = LEVELS.map((level) => {
    const { gte, lte } = scoresOf(level)
    const name = `${levelNames[level][locale]} ${gte}–${lte}`
    const drawn = `<rect x="${x}" y="${LEGEND - 12}" width="16" height="16" fill="${FILL[level]}"/>${text(name, { x: x + 24, y: LEGEND + 1, size: 13 })}`
    x += 56 + widthOf(name) * CHARACTER
    return drawn
  })
  const lines = appetites.map(({ appetite, names }, at) => {
    const y = LEGEND + LINE * (at + 1)
    const mark = `<line x1="20" x2="56" y1="${y}" y2="${y}" stroke="${LINE_INK}" stroke-width="3" stroke-dasharray="${DASHES[at]}"/>`
    return mark + text(fitted(words.appetite(appetite, names), 50), { x: 66, y: y + 5, size: 13 })
  })
  const y = LEGEND + LINE * (appetites.length + 1)
  const moved = `${arrow({ from: { likelihood: 0, impact: 0 }, to: { likelihood: 0, impact: 1 }, references: [] }, ({ impact }) => ({ x: 16 + impact * 48, y: y - 6 }))}${text(words.moved(since), { x: 66, y: y + 5, size: 13 })}`
  return [...levels, ...lines, ...(moves.length > 0 ? [moved] : [])]
}

const text = (words: string, { x, y, size, anchor = 'start' }: At & { size: number; anchor?: string }): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}">${escaped(words)}</text>`
