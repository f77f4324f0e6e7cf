import { writeKeyResult, writeObjective } from '../rules/reference.ts'
import type { CheckIn } from '../store/check-ins.ts'
import type { KeyResult, Objective } from '../store/objectives.ts'
import { type Cells, EMPTY, YES } from './columns.ts'

export type People = {
  /** How somebody is written: by e-mail, by name where there is none. */
  write: (memberId: string) => string
}
export type Exported = {
  objective: Objective
  parent: number | null
  current: ReadonlyMap<string, CheckIn>
}

/** One row for each key result; an objective without any has a row of its own. */
export function rowsOf({ objective, parent, current }: Exported, people: People): Cells[] {
  const own = objectiveCells(objective, parent, people)
  if (objective.keyResults.length === 0) return [own]
  return objective.keyResults.map((keyResult) => ({
    ...own,
    ...keyResultCells(keyResult, people),
    ...checkInCells(current.get(keyResult.id)),
  }))
}

function objectiveCells(objective: Objective, parent: number | null, people: People): Cells {
  const { number, title, why, ownerId, team, isPrivate, every, day, archivedAt } = objective
  return {
    ...EMPTY,
    objective: writeObjective(number),
    'objective title': title,
    why: why ?? '',
    'objective owner': people.write(ownerId),
    team: team ?? '',
    'contributes to': parent === null ? '' : writeObjective(parent),
    visibility: isPrivate ? 'private' : 'open',
    'check-ins': every ?? '',
    'check-in day': day === null ? '' : String(day),
    'objective archived': archivedAt ? YES : '',
  }
}

function keyResultCells(keyResult: KeyResult, people: People): Partial<Cells> {
  const { number, title, ownerId, kind, start, target, unit, direction, steps, weight, kpi, archivedAt } = keyResult
  const isMilestone = kind === 'milestone'
  return {
    'key result': writeKeyResult(number),
    'key result title': title,
    'key result owner': people.write(ownerId),
    kind,
    from: isMilestone ? '' : String(start),
    to: isMilestone ? '' : String(target),
    unit: unit ?? '',
    'better is': isMilestone ? '' : direction,
    milestones: steps.join('\n'),
    weight: String(weight),
    kpi: kpi ?? '',
    'key result archived': archivedAt ? YES : '',
  }
}

/** Milestones that are done are counted from 1. */
function checkInCells(current: CheckIn | undefined): Partial<Cells> {
  if (!current) return {}
  const { value, steps, confidence, forDate, note } = current
  return {
    value: String(value),
    'milestones done': steps.map((at) => at + 1).join(' '),
    confidence: confidence === null ? '' : String(confidence),
    date: forDate,
    note: note ?? '',
  }
}
