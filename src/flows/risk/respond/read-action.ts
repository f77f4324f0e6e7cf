import { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toDateColumn } from '../../../calendar/instant.ts'
import type { FormValues } from '../../../chat/form.ts'
import { lineIn, textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { isColleague, memberById, memberZoneToday } from '../../../people/members.ts'
import { holds } from '../../../people/roles.ts'
import { LONGEST_PART, LONGEST_TITLE } from '../limits.ts'
import { dateIn } from '../rules/date-in.ts'
import type { Action } from '../store/actions.ts'
import { actionWords } from './messages/actions.ts'

export type Terms = Pick<Action, 'title' | 'ownerId' | 'dueOn' | 'measure'>
type Errors = Record<string, string>
const MOST_YEARS = 5

/** What the form says; whatever is wrong stands beside its field. What is as before is not questioned. */
export async function readAction(ctx: Asking, values: FormValues, before?: Action): Promise<Terms> {
  const words = actionWords[ctx.locale]
  const errors: Errors = {}
  const [title, measure] = [lineIn(values, 'title'), textIn(values, 'measure')]
  if (title === '') errors.title = words.titleEmpty
  if (title.length > LONGEST_TITLE) errors.title = words.tooLong(LONGEST_TITLE, title.length)
  if (measure === '') errors.measure = words.measureEmpty
  if (measure.length > LONGEST_PART) errors.measure = words.tooLong(LONGEST_PART, measure.length)
  const ownerId = await readOwner(ctx, values, { errors, before })
  const due = readDue(ctx, values, { errors, before })
  if (!due || Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return { title, ownerId, dueOn: toDateColumn(due), measure }
}

type Around = { errors: Errors; before: Action | undefined }

function readDue(ctx: Asking, values: FormValues, { errors, before }: Around): Temporal.PlainDate | null {
  const words = actionWords[ctx.locale]
  const due = dateIn(values, 'due')
  const today = memberZoneToday(ctx.actor, ctx.now)
  if (!due) errors.due = words.dueWrong
  else if (before && due.equals(fromDateColumn(before.dueOn))) return due
  else if (Temporal.PlainDate.compare(due, today) < 0) errors.due = words.duePast
  else if (Temporal.PlainDate.compare(due, today.add({ years: MOST_YEARS })) > 0) errors.due = words.dueFar(MOST_YEARS)
  return due
}

async function readOwner(ctx: Asking, values: FormValues, { errors, before }: Around): Promise<string> {
  const words = actionWords[ctx.locale]
  const id = textIn(values, 'owner') || before?.ownerId || ctx.actor.id
  if (id === before?.ownerId) return id
  const owner = await memberById(ctx.db, ctx.workspace.id, id)
  if (!owner || !isColleague(owner)) errors.owner = words.ownerGone
  else if (holds(owner, 'audit')) errors.owner = words.ownerAudits(owner.name)
  return id
}
