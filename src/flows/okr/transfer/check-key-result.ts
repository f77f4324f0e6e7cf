import { Temporal } from 'temporal-polyfill'
import type { FormValues } from '../../../chat/form.ts'
import { whyNoDate } from '../check-in/read-form.ts'
import { LONGEST_TEXT } from '../limits.ts'
import { dateMeant, usualDate } from '../rules/check-in-date.ts'
import { readValue } from '../rules/read-number.ts'
import { readReference, writeKeyResult, writeObjective } from '../rules/reference.ts'
import { readKeyResult, type Terms, whyUnclear } from '../setup/read-key-result.ts'
import type { CheckIn } from '../store/check-ins.ts'
import type { KeyResult } from '../store/objectives.ts'
import { type Checking, person, text, yes } from './check-objective.ts'
import { compared, type KeyResultPlan, type NewCheckIn, type ObjectivePlan } from './checked.ts'
import type { Cells, Column } from './columns.ts'
import { transferWords } from './messages/transfer.ts'
import type { Row } from './read-file.ts'

/** The key result of a row; null where it has none, or cannot be known which one is meant. */
export function checkKeyResult(checking: Checking, row: Row, objective: ObjectivePlan): KeyResultPlan | null {
  const { cells } = row
  if (cells['key result'].trim() === '' && cells['key result title'].trim() === '') return null
  const known = knownKeyResult(checking, row, objective)
  if (known === 'wrong') return null
  const { terms, errors } = readKeyResult(valuesOf(cells), checking.ctx.locale)
  for (const [field, why] of Object.entries(errors))
    checking.problems.push({ line: row.line, column: COLUMN[field] ?? 'key result', why })
  const match = known ?? sameTitle(objective, terms)
  const lead = objective.known?.ownerId ?? objective.terms.ownerId
  const ownerId = person(checking, row, { column: 'key result owner', present: match?.ownerId, lead })
  const said = compared({
    ...{ line: row.line, known: match, terms: { ...terms, ownerId } },
    isArchived: yes(checking, row, 'key result archived'),
  })
  return { ...said, checkIn: checkIn(checking, row, { terms, known: match }) }
}

/** Fields of the form by the columns of the file. */
const COLUMN: Readonly<Record<string, Column>> = {
  title: 'key result title',
  start: 'from',
  target: 'to',
  unit: 'unit',
  direction: 'better is',
  steps: 'milestones',
  weight: 'weight',
  kpi: 'kpi',
}

const valuesOf = (cells: Cells): FormValues => ({
  ...{ title: cells['key result title'], kind: cells.kind.trim().toLowerCase(), start: cells.from, target: cells.to },
  ...{ unit: cells.unit, direction: cells['better is'].trim().toLowerCase(), steps: cells.milestones },
  ...{ weight: cells.weight, kpi: cells.kpi },
})

function knownKeyResult(
  checking: Checking,
  { line, cells }: Row,
  objective: ObjectivePlan,
): KeyResult | null | 'wrong' {
  const typed = cells['key result'].trim()
  if (typed === '') return null
  const words = transferWords[checking.ctx.locale]
  const reference = readReference(typed)
  const found = reference?.kind === 'key-result' ? checking.facts.keyResults.get(reference.number) : undefined
  const refuse = (why: string): 'wrong' => {
    checking.problems.push({ line, column: 'key result', why })
    return 'wrong'
  }
  if (!found) return refuse(words.unknownReference(typed.slice(0, 40)))
  if (found.objective.id === objective.known?.id) return found.keyResult
  return refuse(words.wrongObjective(writeKeyResult(found.keyResult.number), writeObjective(found.objective.number)))
}

const sameTitle = ({ known }: ObjectivePlan, { title }: Terms): KeyResult | null =>
  known?.keyResults.find((one) => one.title === title) ?? null

function checkIn(
  checking: Checking,
  row: Row,
  { terms, known }: { terms: Terms; known: KeyResult | null },
): NewCheckIn | null {
  const { cells } = row
  const steps = terms.kind === 'milestone' ? stepsIn(checking, row, terms) : []
  const isSaid = terms.kind === 'milestone' ? cells['milestones done'].trim() !== '' : cells.value.trim() !== ''
  if (!isSaid) return null
  const current = known && checking.facts.current.get(known.id)
  const said: NewCheckIn = {
    value: terms.kind === 'milestone' ? steps.length : valueIn(checking, row),
    steps,
    confidence: confidenceIn(checking, row),
    forDate: dateIn(checking, row, current),
    note: text(checking, row, 'note', { most: LONGEST_TEXT }),
  }
  const isSame =
    current &&
    current.value === said.value &&
    current.confidence === said.confidence &&
    (current.note ?? null) === said.note &&
    JSON.stringify(current.steps) === JSON.stringify(said.steps) &&
    (cells.date.trim() === '' || current.forDate === said.forDate.toString())
  return isSame ? null : said
}

function valueIn(checking: Checking, { line, cells }: Row): number {
  const reading = readValue(cells.value, cells.unit)
  if (reading.kind === 'value') return reading.value
  const why = reading.kind === 'unclear' ? whyUnclear(reading, cells.value, checking.ctx.locale) : cells.value
  checking.problems.push({ line, column: 'value', why })
  return 0
}

function stepsIn(checking: Checking, { line, cells }: Row, { steps }: Terms): number[] {
  const typed = cells['milestones done'].split(/[\s,;]+/).filter((part) => part !== '')
  const numbers = typed.map(Number)
  const isGood = numbers.every((one) => Number.isInteger(one) && one >= 1 && one <= steps.length)
  const why = transferWords[checking.ctx.locale].badDone(steps.length)
  if (!isGood) checking.problems.push({ line, column: 'milestones done', why })
  return [...new Set(numbers)].map((one) => one - 1).toSorted((a, b) => a - b)
}

function confidenceIn(checking: Checking, { line, cells }: Row): number | null {
  const typed = cells.confidence.trim()
  if (typed === '') return null
  if (/^(?:\d|10)$/.test(typed)) return Number(typed)
  checking.problems.push({ line, column: 'confidence', why: transferWords[checking.ctx.locale].badConfidence })
  return null
}

/** By the rules of the form; one that stands there already is none anew, also from before the cycle's first day. */
function dateIn(
  { ctx, facts, problems }: Checking,
  { line, cells }: Row,
  current: CheckIn | null | undefined,
): Temporal.PlainDate {
  const typed = cells.date.trim()
  const usual = usualDate(facts.days)
  if (typed === '') return usual
  const date = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? plainDate(typed) : null
  if (date !== null && typed === current?.forDate) return date
  const meant = date && dateMeant(date, facts.days)
  if (meant !== null && typeof meant !== 'string') return meant
  const why = meant ? whyNoDate(meant, facts.days, ctx.locale) : transferWords[ctx.locale].badDate(typed.slice(0, 40))
  problems.push({ line, column: 'date', why })
  return usual
}

function plainDate(typed: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(typed)
  } catch {
    return null
  }
}
