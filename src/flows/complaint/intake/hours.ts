import { readTime } from '../../../calendar/read-time.ts'
import type { WorkingHours } from '../../../calendar/working-time.ts'

type Spans = WorkingHours['spans']
export type HoursProblem = 'unreadable' | 'overlap'

/** `8:00-12:00 13:00-17:00`, `9–18`, `上午9点到下午6点`: in their order; the day's end can be written as 24:00. */
export function readSpans(typed: string): Spans | HoursProblem {
  const written = typed
    .normalize('NFKC')
    .replace(/\s*(?:[-–—~]|\bto\b|到|至)\s*/gu, '-')
    .split(/[\s,;、和及]+/u)
    .filter((part) => part !== '')
  const spans = written.map(readSpan)
  const read = spans.filter((span) => span !== null)
  if (read.length === 0 || read.length < written.length) return 'unreadable'
  const inOrder = read.toSorted((a, b) => a.start.localeCompare(b.start))
  return inOrder.some((span, at) => overlaps(span, inOrder[at + 1])) ? 'overlap' : inOrder
}

/** As `readSpans` reads it. */
export const writeSpans = (spans: Spans): string => spans.map(({ start, end }) => `${start}-${end}`).join(' ')

function readSpan(written: string): Spans[number] | null {
  const [from = '', to = '', ...more] = written.split('-')
  if (more.length > 0) return null
  const start = readHour(from)
  const end = to === '24:00' || to === '24' ? '24:00' : readHour(to)
  return start && end && start !== end ? { start, end } : null
}

const readHour = (typed: string): string | null => readTime(/^\d{1,2}$/.test(typed) ? `${typed}:00` : typed)

/** Of two in their order; a shift over midnight can only be the last. */
const overlaps = ({ start, end }: Spans[number], next: Spans[number] | undefined): boolean =>
  next !== undefined && (end > next.start || end <= start)
