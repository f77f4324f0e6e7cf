import type { Importing } from '../../../files/importer.ts'
import { isColleague } from '../../../people/members.ts'
import { LONGEST_TEAM, LONGEST_TEXT, LONGEST_TITLE } from '../limits.ts'
import { readReference, writeObjective } from '../rules/reference.ts'
import { EVERY } from '../rules/rhythm.ts'
import { formWords } from '../setup/messages/forms.ts'
import type { Objective } from '../store/objectives.ts'
import { compared, type ObjectivePlan, type ObjectiveTerms, type Problem } from './checked.ts'
import { type Cells, type Column, YES } from './columns.ts'
import { type Facts, titleKey } from './facts.ts'
import { transferWords } from './messages/transfer.ts'
import type { Row } from './read-file.ts'

export type Checking = { ctx: Importing; facts: Facts; problems: Problem[] }

/** The objective of a row that is the first one about it; null where it cannot be known which one is meant. */
export function checkObjective(checking: Checking, row: Row): ObjectivePlan | null {
  const known = knownObjective(checking, row)
  if (known === 'wrong') return null
  const terms = objectiveTerms(checking, row, known)
  // The same file twice finds what it has made.
  const match = known ?? checking.facts.byTitle.get(titleKey(terms)) ?? null
  mayBeChanged(checking, row, match)
  const isArchived = yes(checking, row, 'objective archived')
  return { ...compared({ line: row.line, known: match, terms, isArchived }), keyResults: [] }
}

function knownObjective(checking: Checking, row: Row): Objective | null | 'wrong' {
  const typed = row.cells.objective.trim()
  if (typed === '') return null
  const { ctx, facts } = checking
  const words = transferWords[ctx.locale]
  const reference = readReference(typed)
  const found = reference?.kind === 'objective' ? facts.byNumber.get(reference.number) : undefined
  if (!found) return wrong(checking, row, 'objective', words.unknownReference(typed.slice(0, 40)))
  if (found.cycleId === facts.cycle.id) return found
  return wrong(checking, row, 'objective', words.otherCycle(writeObjective(found.number), found.cycle.name))
}

function wrong({ problems }: Checking, { line }: Row, column: Column, why: string): 'wrong' {
  problems.push({ line, column, why })
  return 'wrong'
}

function objectiveTerms(checking: Checking, row: Row, known: Objective | null): ObjectiveTerms {
  const { cells } = row
  return {
    title: text(checking, row, 'objective title', { most: LONGEST_TITLE, isNeeded: true }) ?? '',
    why: text(checking, row, 'why', { most: LONGEST_TEXT }),
    ownerId: person(checking, row, { column: 'objective owner', present: known?.ownerId }),
    team: text(checking, row, 'team', { most: LONGEST_TEAM }),
    parentId: parent(checking, row, known),
    isPrivate: word(checking, row, 'visibility', ['open', 'private'] as const) === 'private',
    every: word(checking, row, 'check-ins', EVERY),
    day: cells['check-in day'].trim() === '' ? null : weekday(checking, row),
  }
}

function mayBeChanged({ ctx, facts, problems }: Checking, { line }: Row, known: Objective | null): void {
  if (!known || facts.speaksFor(known.ownerId)) return
  const why = transferWords[ctx.locale].notAllowed(facts.people.write(known.ownerId))
  problems.push({ line, column: 'objective', why })
}

function parent(checking: Checking, row: Row, known: Objective | null): string | null {
  const { ctx, facts } = checking
  const typed = row.cells['contributes to'].trim()
  // One that the importer may not see was not in the file, and stays.
  const present = known?.parentId ?? null
  const isHidden = present !== null && !facts.ids.has(present)
  if (typed === '') return isHidden ? present : null
  const reference = readReference(typed)
  const found = reference?.kind === 'objective' ? facts.byNumber.get(reference.number) : undefined
  if (!found) wrong(checking, row, 'contributes to', transferWords[ctx.locale].unknownReference(typed.slice(0, 40)))
  return found?.id ?? null
}

type Kind = { most: number; isNeeded?: true }

/** On one line but for long texts; null where it is empty. */
export function text(checking: Checking, row: Row, column: Column, { most, isNeeded }: Kind): string | null {
  const words = formWords[checking.ctx.locale]
  const cell = row.cells[column].trim()
  const said = most >= LONGEST_TEXT ? cell : cell.replace(/\s+/gu, ' ')
  if (said.length > most) wrong(checking, row, column, words.tooLong(most, said.length))
  if (said === '' && isNeeded) wrong(checking, row, column, words.titleEmpty)
  return said || null
}

/** Left empty it is whoever has it, else the importer. Whoever is new has to be here, and the importer to speak for them. */
export function person(
  checking: Checking,
  row: Row,
  { column, present, lead }: { column: Column; present: string | undefined; lead?: string },
): string {
  const { ctx, facts } = checking
  const words = transferWords[ctx.locale]
  const typed = row.cells[column].trim()
  const usual = present ?? lead ?? ctx.actor.id
  if (typed === '') return usual
  const member = facts.people.read(typed)
  if (!member) wrong(checking, row, column, words.unknownPerson(typed.slice(0, 60)))
  else if (member.id !== present && !isColleague(member)) wrong(checking, row, column, words.personGone(member.name))
  else if (member.id !== present && lead === undefined && !facts.speaksFor(member.id))
    wrong(checking, row, column, words.notAllowed(member.name))
  return member?.id ?? usual
}

/** One of these words; null where it is empty. */
export function word<Word extends string>(
  checking: Checking,
  row: Row,
  column: Column,
  all: readonly Word[],
): Word | null {
  const typed = row.cells[column].trim().toLowerCase()
  const found = all.find((one) => one === typed)
  if (typed !== '' && !found) {
    const why = transferWords[checking.ctx.locale].badWord(typed.slice(0, 40), all.join(', '))
    wrong(checking, row, column, why)
  }
  return found ?? null
}

export const yes = (checking: Checking, row: Row, column: Column): boolean =>
  word(checking, row, column, [YES, 'no'] as const) === YES

function weekday(checking: Checking, row: Row): number | null {
  const day = Number(row.cells['check-in day'])
  if (Number.isInteger(day) && day >= 1 && day <= 7) return day
  wrong(checking, row, 'check-in day', transferWords[checking.ctx.locale].badDay)
  return null
}

export const cellsOfObjective = (cells: Cells): string =>
  JSON.stringify([
    ...[cells.objective, cells['objective title'], cells.why, cells['objective owner'], cells.team],
    ...[cells['contributes to'], cells.visibility, cells['check-ins'], cells['check-in day']],
    cells['objective archived'],
  ])
