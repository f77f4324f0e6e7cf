import type { Member } from '../../../database/types.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { isColleague, memberById, membersByIds } from '../../../people/members.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { byId, type Rest } from '../which.ts'
import { assignTo } from './assign.ts'
import { assignForm, awayCard } from './cards/assign.ts'
import { noteCard } from './cards/note.ts'
import { done, inPlace } from './done.ts'
import { peopleWords } from './messages/people.ts'
import { mayTake, mustManage } from './permissions.ts'
import { mustBeOpen } from './possible.ts'
import { aroundOwners, standInAmong } from './store/insiders.ts'
import { mustShow } from './written.ts'

const MYSELF = ['me', 'myself', '我', '自己', '本人']

export async function assignOrAsk(ctx: Asking, complaint: Complaint, rest?: Rest): Promise<Reply> {
  const words = peopleWords[ctx.locale]
  const [first = '', ...others] = rest?.people ?? []
  const isForMe = rest?.words.some((word) => MYSELF.includes(word.toLowerCase())) ?? false
  const wanted = first || (isForMe ? ctx.actor.id : '')
  await mustAssign(ctx, complaint, wanted)
  if (others.some((id) => id !== first)) throw new UserError(words.oneOnly)
  if (wanted) return assignUnlessAway(ctx, complaint, await newOwner(ctx, complaint, wanted))
  if (rest && rest.text !== '') throw new UserError(words.nobodyMeant)
  return ask(assignForm(ctx.locale, complaint))
}

export async function submitAssignment(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  const wanted = typeof values.owner === 'string' ? values.owner : ''
  await mustAssign(ctx, complaint, wanted)
  mustShow(ctx, context, complaint.ownerId)
  return assignUnlessAway(ctx, complaint, await newOwner(ctx, complaint, wanted))
}

/** The button of whoever was told that the one they meant is away. */
export async function assignAllTheSame(ctx: Asking, value: string): Promise<Reply> {
  const complaint = await byId(ctx, value)
  const wanted = value.split(' ')[1] ?? ''
  await mustAssign(ctx, complaint, wanted)
  return inPlace(await assign(ctx, complaint, await newOwner(ctx, complaint, wanted)))
}

/** Whoever may take it may give it to themselves. */
async function mustAssign(ctx: Asking, complaint: Complaint, wanted: string): Promise<void> {
  const isTaking = wanted === ctx.actor.id && (await mayTake(ctx, complaint))
  if (!isTaking) await mustManage(ctx, complaint)
  await mustBeOpen(ctx, complaint, 'assign')
}

async function newOwner(ctx: Asking, { number, ownerId, namedIds }: Complaint, id: string): Promise<Member> {
  const words = peopleWords[ctx.locale]
  const member = await memberById(ctx.db, ctx.workspace.id, id)
  if (!member) throw new FieldErrors({ owner: words.nobodyMeant })
  if (!isColleague(member)) throw new FieldErrors({ owner: words.unfit(member.name) })
  if (namedIds.includes(id)) throw new FieldErrors({ owner: words.named(member.name) })
  if (ownerId === id) throw new FieldErrors({ owner: words.hasIt(writeReference(number), member.name) })
  return member
}

async function assignUnlessAway(ctx: Asking, complaint: Complaint, to: Member): Promise<Reply> {
  const around = await aroundOwners(ctx.db, [{ ...complaint, ownerId: to.id }], ctx.now)
  if (to.id === ctx.actor.id || !around.away.has(to.id)) return assign(ctx, complaint, to)

  const standInId = standInAmong(to.id, around)
  const [standIn] = standInId ? await membersByIds(ctx.db, ctx.workspace.id, [standInId]) : []
  const isFree = standIn && isColleague(standIn) && !complaint.namedIds.includes(standIn.id)
  return show(awayCard(ctx.locale, complaint, { to, backup: isFree ? standIn : null }))
}

async function assign(ctx: Asking, complaint: Complaint, to: Member): Promise<Reply> {
  const assigned = await assignTo(ctx, complaint, { ownerId: to.id })
  const words = peopleWords[ctx.locale]
  const reference = writeReference(complaint.number)
  if (to.id === ctx.actor.id) return done(ctx, assigned, words.assignedToYou(reference))
  return show(noteCard(ctx.locale, words.assigned(reference, to.name), { showId: complaint.id }))
}
