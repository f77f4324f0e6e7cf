import type { Acting } from '../acting.ts'
import { assessWords } from '../assess/messages/assess.ts'
import type { Assessed } from '../assess/record.ts'
import { LONGEST_PART } from '../limits.ts'
import { type Grade, gradesOf, isSameGrade, type Kind, STEPS, scoreOf } from '../rules/grade.ts'
import type { Risk } from '../store/risks.ts'
import type { Column } from './columns.ts'
import { transferWords } from './messages/transfer.ts'
import type { Problem, Row } from './read-terms.ts'

type Reading = { ctx: Acting; problems: Problem[] }

/** What a row takes a risk for, by the rules of the form; null where that is what it was taken for already, or nothing. */
export function readGrades(reading: Reading, row: Row, known: Risk | null): Assessed | null {
  const { ctx, problems } = reading
  const before = known ? gradesOf(known) : { inherent: null, residual: null }
  const said = { inherent: grade(reading, row, 'inherent'), residual: grade(reading, row, 'residual') }
  const inherent = said.inherent ?? before.inherent
  const residual = said.residual ?? before.residual
  const isSame = isSameGrade(before.inherent, inherent) && isSameGrade(before.residual, residual)
  if (isSame) return null
  const words = assessWords[ctx.locale]
  const refuse = (column: Column, why: string) => problems.push({ line: row.line, column, why })
  const why = row.cells.why?.trim() || null
  const isMove = (kind: Kind) => before[kind] !== null && said[kind] !== null && !isSameGrade(before[kind], said[kind])
  if (why === null && (isMove('inherent') || isMove('residual'))) refuse('why', words.whyEmpty)
  if (why !== null && why.length > LONGEST_PART) refuse('why', words.tooLong(LONGEST_PART, why.length))
  if (!inherent) {
    refuse('inherent likelihood', transferWords[ctx.locale].residualAlone)
    return null
  }
  if (residual && scoreOf(residual) > scoreOf(inherent))
    refuse('residual likelihood', words.aboveInherent(scoreOf(residual), scoreOf(inherent)))
  return { inherent, residual: said.residual, why }
}

function grade({ ctx, problems }: Reading, row: Row, kind: Kind): Grade | null {
  const words = transferWords[ctx.locale]
  const step = (of: keyof Grade): number | null => {
    const column = `${kind} ${of}` as const
    const typed = row.cells[column]?.normalize('NFKC').trim() ?? ''
    const found = STEPS.find((one) => String(one) === typed)
    if (typed !== '' && !found) problems.push({ line: row.line, column, why: words.badStep })
    return typed === '' ? null : (found ?? 1)
  }
  const [likelihood, impact] = [step('likelihood'), step('impact')]
  if (likelihood !== null && impact !== null) return { likelihood, impact }
  if (likelihood !== impact) problems.push({ line: row.line, column: `${kind} impact`, why: words.bothOrNone })
  return null
}
