import type { Temporal } from 'temporal-polyfill'
import type { KeyResult, Objective } from '../store/objectives.ts'
import type { Column } from './columns.ts'

export type Problem = { line: number; column: Column; why: string }

export type ObjectiveTerms = Pick<
  Objective,
  'title' | 'why' | 'ownerId' | 'team' | 'parentId' | 'isPrivate' | 'every' | 'day'
>
export type KeyResultTerms = Pick<
  KeyResult,
  'title' | 'ownerId' | 'kind' | 'start' | 'target' | 'unit' | 'direction' | 'steps' | 'weight' | 'kpi'
>
export type NewCheckIn = {
  value: number
  steps: number[]
  confidence: number | null
  forDate: Temporal.PlainDate
  note: string | null
}
/** `isChanged` where it is new, or its terms or whether it is archived are others than here. */
export type KeyResultPlan = {
  line: number
  known: KeyResult | null
  terms: KeyResultTerms
  isArchived: boolean
  isChanged: boolean
  /** Absent where the value stands as it is here, or none was given. */
  checkIn: NewCheckIn | null
}
export type ObjectivePlan = {
  line: number
  known: Objective | null
  terms: ObjectiveTerms
  isArchived: boolean
  isChanged: boolean
  keyResults: KeyResultPlan[]
}
export type Counts = {
  newObjectives: number
  newKeyResults: number
  changed: number
  checkIns: number
  same: number
}
/** What a file would do: nothing at all while there is a problem. */
export type Checked = {
  problems: readonly Problem[]
  objectives: readonly ObjectivePlan[]
  counts: Counts
  outcome: Counts
}

export function countsOf(objectives: readonly ObjectivePlan[]): Counts {
  const counts = { newObjectives: 0, newKeyResults: 0, changed: 0, checkIns: 0, same: 0 }
  for (const objective of objectives) {
    counts[objective.known ? sameOr(objective) : 'newObjectives']++
    for (const one of objective.keyResults) {
      counts[one.known ? sameOr(one) : 'newKeyResults']++
      if (one.checkIn) counts.checkIns++
    }
  }
  return counts
}

const sameOr = ({ isChanged }: { isChanged: boolean }) => (isChanged ? 'changed' : 'same')

type Said =
  | Pick<ObjectivePlan, 'known' | 'terms' | 'isArchived'>
  | Pick<KeyResultPlan, 'known' | 'terms' | 'isArchived'>

/** With whether it changes anything. */
export const compared = <One extends Said>(said: One): One & { isChanged: boolean } => ({
  ...said,
  isChanged: isChanged(said),
})

function isChanged({ known, terms, isArchived }: Said): boolean {
  if (!known) return true
  const before = known as Record<string, unknown>
  const isSame = Object.entries(terms).every(([key, value]) => JSON.stringify(before[key]) === JSON.stringify(value))
  return !isSame || (known.archivedAt !== null) !== isArchived
}
