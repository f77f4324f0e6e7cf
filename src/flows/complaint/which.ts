import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import type { Asking, Reply } from '../../flow.ts'
import { isColleague } from '../../people/members.ts'
import { refusals } from './messages/refusals.ts'
import { readReference } from './rules/reference.ts'
import { maySee } from './sight.ts'
import { type Complaint, complaintById, complaintByNumber, lockComplaint } from './store/complaints.ts'

export type Deed = (ctx: Asking, complaint: Complaint, rest: Rest) => Promise<Reply>
/** What was typed after the reference. */
export type Rest = CommandLine

/** `/complaint show C-12 …`: the deed with the complaint whose reference was typed first, held until the end. */
export const withReference =
  (deed: Deed) =>
  async (ctx: Asking, line: CommandLine): Promise<Reply> => {
    mustBeColleague(ctx)
    const [first = '', ...words] = line.words
    const complaint = await visibleByReference(ctx, first)
    const text = line.text.trim().slice(first.length).trim()
    return deed(ctx, await held(ctx, complaint.id, refusals[ctx.locale].unknown(complaint.number)), {
      ...line,
      words,
      text,
    })
  }

/** The button or the context of a form with the complaint's id, and perhaps more after a space. */
export async function byId(ctx: Asking, value: string): Promise<Complaint> {
  mustBeColleague(ctx)
  const [id = ''] = value.split(' ')
  const complaint = await complaintById(ctx.db, ctx.workspace.id, id)
  if (!complaint || !(await maySee(ctx.db, ctx.actor, complaint, ctx.now)))
    throw new UserError(refusals[ctx.locale].gone)
  return held(ctx, complaint.id, refusals[ctx.locale].gone)
}

/** What nobody may know of looks like what does not exist. */
export async function visibleByReference(ctx: Asking, typed: string): Promise<Complaint> {
  const words = refusals[ctx.locale]
  if (typed === '') throw new UserError(words.whichOne)
  const number = readReference(typed)
  if (number === null) throw new UserError(words.noReference(typed))
  const complaint = await complaintByNumber(ctx.db, ctx.workspace.id, number)
  if (!complaint || !(await maySee(ctx.db, ctx.actor, complaint, ctx.now))) throw new UserError(words.unknown(number))
  return complaint
}

export function mustBeColleague({ actor, locale }: Asking): void {
  if (!isColleague(actor)) throw new UserError(refusals[locale].notForGuests)
}

/** It may have become confidential while somebody else held it. */
async function held(ctx: Asking, id: string, refusal: string): Promise<Complaint> {
  const complaint = await lockComplaint(ctx.db, ctx.workspace.id, id)
  if (!complaint || !(await maySee(ctx.db, ctx.actor, complaint, ctx.now))) throw new UserError(refusal)
  return complaint
}
