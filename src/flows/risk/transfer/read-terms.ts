import type { CsvRow } from '../../../files/read-csv.ts'
import { isColleague } from '../../../people/members.ts'
import { holds } from '../../../people/roles.ts'
import type { Acting } from '../acting.ts'
import { LONGEST_PART, LONGEST_TEXT, LONGEST_TITLE } from '../limits.ts'
import { registerWords } from '../register/messages/register.ts'
import type { Terms } from '../register/read-risk.ts'
import type { Risk } from '../store/risks.ts'
import type { Column } from './columns.ts'
import type { Facts } from './facts.ts'
import { transferWords } from './messages/transfer.ts'

export type { Terms }
export type Row = CsvRow<Column>
export type Problem = { line: number; column: Column; why: string }
type Reading = { ctx: Acting; facts: Facts; problems: Problem[] }

/** What a row says of a risk; what the file has no column for stays as it is. */
export function readTerms(reading: Reading, row: Row, known: Risk | null): Terms {
  const title = text(reading, row, { column: 'title', most: LONGEST_TITLE }, known?.title ?? null)?.replace(
    /\s+/gu,
    ' ',
  )
  if (!title) refuse(reading, row, 'title', registerWords[reading.ctx.locale].titleEmpty)
  const long = (column: 'description' | 'cause' | 'event' | 'consequence', most: number) =>
    text(reading, row, { column, most }, known?.[column] ?? null)
  return {
    title: title ?? '',
    description: long('description', LONGEST_TEXT),
    cause: long('cause', LONGEST_PART),
    event: long('event', LONGEST_PART),
    consequence: long('consequence', LONGEST_PART),
    categoryId: category(reading, row, known),
    ownerId: owner(reading, row, known),
    line: line(reading, row, known),
  }
}

function refuse({ problems }: Pick<Reading, 'problems'>, { line }: Row, column: Column, why: string): void {
  problems.push({ line, column, why })
}

type Kind = { column: Column; most: number }

function text(reading: Reading, row: Row, { column, most }: Kind, present: string | null): string | null {
  const cell = row.cells[column]
  if (cell === undefined) return present
  const said = cell.trim()
  if (said.length > most) refuse(reading, row, column, registerWords[reading.ctx.locale].tooLong(most, said.length))
  return said || null
}

function category(reading: Reading, row: Row, known: Risk | null): string {
  const typed = row.cells.category?.trim() ?? ''
  const usual = known?.categoryId ?? reading.facts.categories[0]?.id ?? ''
  if (typed === '') return usual
  const found = reading.facts.categoryCalled(typed)
  if (!found) refuse(reading, row, 'category', transferWords[reading.ctx.locale].unknownCategory(typed.slice(0, 60)))
  return found?.id ?? usual
}

/** Left empty it is whoever has it, else the importer. */
function owner(reading: Reading, row: Row, known: Risk | null): string {
  const { ctx, facts } = reading
  const usual = known?.ownerId ?? ctx.actor.id
  const typed = row.cells.owner?.trim() ?? ''
  if (typed === '') return usual
  const words = transferWords[ctx.locale]
  const member = facts.people.read(typed)
  if (!member) refuse(reading, row, 'owner', words.unknownPerson(typed.slice(0, 60)))
  else if (member.id !== known?.ownerId && !isColleague(member))
    refuse(reading, row, 'owner', words.personGone(member.name))
  else if (member.id !== known?.ownerId && holds(member, 'audit'))
    refuse(reading, row, 'owner', registerWords[ctx.locale].ownerAudits(member.name))
  return member?.id ?? usual
}

function line(reading: Reading, row: Row, known: Risk | null): number {
  const typed = row.cells.line?.normalize('NFKC').trim() ?? ''
  const found = [1, 2, 3].find((one) => String(one) === typed)
  if (typed !== '' && !found) refuse(reading, row, 'line', transferWords[reading.ctx.locale].badLine)
  return found ?? known?.line ?? 1
}
