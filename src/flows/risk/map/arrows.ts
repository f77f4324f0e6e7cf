import type { Grade } from '../rules/grade.ts'
import type { Move } from '../rules/heat.ts'

export type At = { x: number; y: number }

const INK = '#1b1b1b'
/** Both ends stand off from the middle of their cells, and the way back runs beside the way there. */
const STAND_OFF = 8
const BESIDE = 6
const HEAD = 9

/** An arrow with a light edge, so that it is seen on every colour; how many went that way stands at its middle. */
export function arrow({ from, to, references }: Move, placeOf: (cell: Grade) => At): string {
  const [start, end] = [placeOf(from), placeOf(to)]
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const across = { x: -along.y * BESIDE, y: along.x * BESIDE }
  const pointAt = (far: number): At => ({
    x: round(start.x + along.x * far + across.x),
    y: round(start.y + along.y * far + across.y),
  })
  const [tail, neck, tip] = [pointAt(STAND_OFF), pointAt(length - STAND_OFF - HEAD), pointAt(length - STAND_OFF)]
  const wing = (side: number): string =>
    `${round(neck.x + along.y * side * HEAD * 0.6)},${round(neck.y - along.x * side * HEAD * 0.6)}`
  const shaft = `x1="${tail.x}" y1="${tail.y}" x2="${neck.x}" y2="${neck.y}"`
  const head = `points="${tip.x},${tip.y} ${wing(1)} ${wing(-1)}"`
  return [
    `<line ${shaft} stroke="#ffffff" stroke-width="5" stroke-linecap="round"/>`,
    `<polygon ${head} fill="#ffffff" stroke="#ffffff" stroke-width="3"/>`,
    `<line ${shaft} stroke="${INK}" stroke-width="2"/>`,
    `<polygon ${head} fill="${INK}"/>`,
    ...(references.length > 1 ? [countAt(pointAt(length / 2), references.length)] : []),
  ].join('')
}

const countAt = ({ x, y }: At, count: number): string =>
  `<circle cx="${x}" cy="${y}" r="9" fill="#ffffff" stroke="${INK}"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11">${count}</text>`

const round = (value: number): number => Math.round(value * 10) / 10
