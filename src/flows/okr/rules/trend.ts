import { currentOn } from './current.ts'
import { type Measured, objectiveScore, scoreOf } from './score.ts'

type Said = { keyResultId: string; forDate: string; seq: number; value: number; confidence: number | null }
type Part = Measured & { id: string; weight: number }
/** An objective at the end of an ISO date: its exact score, and the mean confidence, 0 to 10, of those who have said one. */
export type Point = { date: string; score: number; confidence: number | null }

/** How an objective stood on each date on which somebody checked in, the earliest first. */
export function trendOf(parts: readonly Part[], history: readonly Said[]): Point[] {
  const dates = [...new Set(history.map(({ forDate }) => forDate))].toSorted()
  return dates.map((date) => pointOn(date, parts, history))
}

function pointOn(date: string, parts: readonly Part[], history: readonly Said[]): Point {
  const then = parts.map((part) => ({
    part,
    said: currentOn(
      history.filter(({ keyResultId }) => keyResultId === part.id),
      date,
    ),
  }))
  const scores = then.map(({ part, said }) => ({ score: scoreOf(part, said?.value ?? null), weight: part.weight }))
  const sure = then.flatMap(({ said }) => said?.confidence ?? [])
  return {
    date,
    score: objectiveScore(scores) ?? 0,
    confidence: sure.length > 0 ? sure.reduce((sum, one) => sum + one, 0) / sure.length : null,
  }
}
