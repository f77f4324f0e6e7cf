import { FieldErrors, UserError } from '../../../errors.ts'
import { exclude } from '../../../escalation/exclude.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'
import { route } from '../intake/routing.ts'
import { arrangeApproval } from '../path/approval.ts'
import { assignTo } from '../path/assign.ts'
import { mustManage } from '../path/permissions.ts'
import { WORRIES, walksAbout } from '../path/store/escalations.ts'
import { mustShow } from '../path/written.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, changeComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { byId, type Rest, withReference } from '../which.ts'
import { instead } from './cards/complaint-card.ts'
import { namedForm } from './cards/forms.ts'
import { deedWords } from './messages/deeds.ts'

/** `/complaint named C-12 @ben`: it is about Ben too; without a name it is a form. */
export const namedByCommand = withReference(async (ctx: Asking, complaint: Complaint, { people }: Rest) => {
  await mustManage(ctx, complaint)
  if (people.length === 0) return ask(namedForm(ctx.locale, complaint))
  const namedIds = [...new Set([...complaint.namedIds, ...people])]
  if (!(await areColleagues(ctx, people))) throw new UserError(deedWords[ctx.locale].namedStrangers)
  return nameThem(ctx, complaint, namedIds)
})

export async function namedByButton(ctx: Asking, id: string): Promise<Reply> {
  const complaint = await byId(ctx, id)
  await mustManage(ctx, complaint)
  return ask(namedForm(ctx.locale, complaint))
}

export async function saveNamed(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  await mustManage(ctx, complaint)
  const namedIds = Array.isArray(values.people) ? [...new Set<string>(values.people)] : []
  const fresh = namedIds.filter((id) => !complaint.namedIds.includes(id))
  if (!(await areColleagues(ctx, fresh))) throw new FieldErrors({ people: deedWords[ctx.locale].namedStrangers })
  mustShow(ctx, context, complaint.version)
  return nameThem(ctx, complaint, namedIds)
}

/** Whoever it is about neither owns it nor hears of it from now on. */
async function nameThem(ctx: Asking, complaint: Complaint, namedIds: string[]): Promise<Reply> {
  const words = deedWords[ctx.locale]
  const reference = writeReference(complaint.number)
  const named = await changeComplaint(ctx.db, complaint, { namedIds })
  for (const which of await walksAbout(ctx.db, named, WORRIES)) await exclude(ctx, which, namedIds)
  await tell(ctx, named, { kind: 'named', detail: { namedIds } })
  const sentences = [await sentenceOf(ctx, reference, namedIds)]
  if (namedIds.includes(named.ownerId)) sentences.push(words.namedMoved(await passOn(ctx, named)))
  else await arrangeApproval(ctx, named)
  return show(instead(ctx.locale, sentences.join('\n')))
}

async function sentenceOf(ctx: Asking, reference: string, namedIds: readonly string[]): Promise<string> {
  const words = deedWords[ctx.locale]
  const members = await membersByIds(ctx.db, ctx.workspace.id, namedIds)
  const names = members.map(({ name }) => name).join(words.listed)
  return names === '' ? words.namedNobody(reference) : words.named(reference, names)
}

/** To whoever the rules would give it if it came in now. */
async function passOn(ctx: Asking, complaint: Complaint): Promise<string> {
  const { severity, type, product, what, namedIds } = complaint
  const { chosen } = await route(ctx, { severity, type, product: product ?? '', text: what }, namedIds)
  const { ownerId } = await assignTo(ctx, complaint, { ownerId: chosen.ownerId, why: deedWords[ctx.locale].namedWhy })
  return (await membersByIds(ctx.db, ctx.workspace.id, [ownerId]))[0]?.name ?? '?'
}

async function areColleagues(ctx: Asking, ids: readonly string[]): Promise<boolean> {
  const members = await membersByIds(ctx.db, ctx.workspace.id, ids)
  return members.length === ids.length && members.every(isColleague)
}
