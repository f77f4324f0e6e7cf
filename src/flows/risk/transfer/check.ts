import { readCsv } from '../../../files/read-csv.ts'
import type { Acting } from '../acting.ts'
import type { Assessed } from '../assess/record.ts'
import { isOpen } from '../rules/path.ts'
import { readReference, writeRisk } from '../rules/reference.ts'
import type { Risk } from '../store/risks.ts'
import { COLUMNS, NEEDED } from './columns.ts'
import { type Facts, factsFor, titleKey } from './facts.ts'
import { transferWords } from './messages/transfer.ts'
import { readGrades } from './read-grades.ts'
import { type Problem, type Row, readTerms, type Terms } from './read-terms.ts'

/** More would keep others waiting: each is posted, recorded and watched. */
export const MOST_LINES = 2_000

/** What becomes of a row: a new risk or one that is there, with what differs. */
export type Plan = { known: Risk | null; terms: Terms; isChanged: boolean; assessed: Assessed | null }
export type Counts = { fresh: number; changed: number; assessed: number; same: number }
export type Checked = { problems: Problem[]; plans: Plan[]; counts: Counts; outcome: Counts }

/** What a file would do to the register, and every problem by line; writes nothing. Throws Unreadable for what is no such file. */
export async function checkFile(ctx: Acting, text: string): Promise<Checked> {
  const facts = await factsFor(ctx)
  const checking: Checking = { ctx, facts, problems: [], plans: [], lines: new Map() }
  const plan = { columns: COLUMNS, needed: NEEDED, mostLines: MOST_LINES }
  await readCsv({ text, locale: ctx.locale }, plan, (row) => checkRow(checking, row))
  const { problems, plans } = checking
  const counts = countsOf(plans)
  return { problems, plans, counts, outcome: counts }
}

type Checking = {
  ctx: Acting
  facts: Facts
  problems: Problem[]
  plans: Plan[]
  /** In which line each risk stands. */
  lines: Map<string, number>
}

function checkRow(checking: Checking, row: Row): void {
  const { ctx, facts, problems } = checking
  const reference = knownRisk(checking, row)
  if (reference === 'wrong') return
  const terms = readTerms({ ctx, facts, problems }, row, reference)
  // The same file twice finds what it has made.
  const known = reference ?? facts.byTitle.get(titleKey(terms)) ?? null
  const assessed = readGrades({ ctx, problems }, row, known)
  const isChanged = known === null || isOther(known, terms)
  if (!isAlone(checking, row, { known, terms })) return
  if (known && (isChanged || assessed) && !facts.mayChange(known.ownerId))
    problems.push({
      line: row.line,
      column: 'risk',
      why: transferWords[ctx.locale].notAllowed(facts.nameOf(known.ownerId)),
    })
  checking.plans.push({ known, terms, isChanged, assessed })
}

function knownRisk({ ctx, facts, problems }: Checking, { line, cells }: Row): Risk | null | 'wrong' {
  const typed = cells.risk?.trim() ?? ''
  if (typed === '') return null
  const words = transferWords[ctx.locale]
  const reference = readReference(typed)
  const found = reference?.kind === 'risk' ? facts.byNumber.get(reference.number) : undefined
  if (found && isOpen(found.state)) return found
  const why = found ? words.isClosed(writeRisk(found.number)) : words.unknownReference(typed.slice(0, 40))
  // One that is over stays as it is: a whole export can be read back.
  if (!found || isTouched(found, cells)) problems.push({ line, column: 'risk', why })
  return 'wrong'
}

const isTouched = (risk: Risk, { title, description }: Row['cells']): boolean =>
  (title ?? risk.title).trim() !== risk.title ||
  (description ?? risk.description ?? '').trim() !== (risk.description ?? '')

const isOther = (known: Risk, terms: Terms): boolean =>
  (Object.keys(terms) as (keyof Terms)[]).some((key) => known[key] !== terms[key])

/** Nothing stands there twice. */
function isAlone(
  { ctx, problems, lines }: Checking,
  { line }: Row,
  { known, terms }: Pick<Plan, 'known' | 'terms'>,
): boolean {
  const key = known ? known.id : titleKey(terms)
  const before = lines.get(key)
  lines.set(key, before ?? line)
  if (before === undefined) return true
  const name = known ? writeRisk(known.number) : terms.title
  problems.push({ line, column: 'risk', why: transferWords[ctx.locale].twice(name, before) })
  return false
}

const countsOf = (plans: readonly Plan[]): Counts => ({
  fresh: plans.filter(({ known }) => known === null).length,
  changed: plans.filter(({ known, isChanged }) => known !== null && isChanged).length,
  assessed: plans.filter(({ assessed }) => assessed !== null).length,
  same: plans.filter(({ isChanged, assessed }) => !isChanged && assessed === null).length,
})
