import { escaped } from './svg.ts'

export type At = { x: number; y: number }

/** A line through these points; `look` are its attributes. */
export const line = (points: readonly At[], look: string): string =>
  `<polyline fill="none" ${look} points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}"/>`

export const label = (words: string, { x, y, anchor = 'start' }: At & { anchor?: string }): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(words)}</text>`
