import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { classNames } from '../messages/classes.ts'
import { refusals } from '../messages/refusals.ts'
import { isOpen } from '../rules/path.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, lockComplaint } from '../store/complaints.ts'
import { byId, type Rest, visibleByReference } from '../which.ts'
import { mergeCard, mergeForm } from './cards/merge.ts'
import { done, inPlace } from './done.ts'
import { mergeInto } from './merge-into.ts'
import { formWords } from './messages/forms.ts'
import { stepWords } from './messages/steps.ts'
import { mustManage } from './permissions.ts'
import { mustBePossible } from './possible.ts'

/** Between the two references, in either language; it may stick to the second one. */
const INTO = /^(?:into|to|with|合并到|并入到|并入|归入|到|至|入|进)?\s*/iu

/** `/complaint merge C-12 into C-9`: asks first; without a second reference by a form. */
export async function mergeOrAsk(ctx: Asking, complaint: Complaint, rest?: Rest): Promise<Reply> {
  await mustMerge(ctx, complaint)
  if (!rest || rest.text === '') return ask(mergeForm(ctx.locale, complaint))
  const typed = rest.text.replace(INTO, '')
  if (typed === '' || /\s/.test(typed))
    throw new UserError(formWords[ctx.locale].mergeWhich(writeReference(complaint.number)))
  return confirm(ctx, complaint, await visibleByReference(ctx, typed))
}

export async function submitMerge(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const complaint = await byId(ctx, context)
  await mustMerge(ctx, complaint)
  const typed = typeof values.into === 'string' ? values.into.trim() : ''
  try {
    return await confirm(ctx, complaint, await visibleByReference(ctx, typed))
  } catch (error) {
    if (error instanceof UserError) throw new FieldErrors({ into: error.message })
    throw error
  }
}

/** The one that is merged is held already; two that are merged into one another at once wait, and one of them fails. */
export async function mergeForGood(ctx: Asking, value: string): Promise<Reply> {
  const complaint = await byId(ctx, value)
  await mustMerge(ctx, complaint)
  const target = await heldTarget(ctx, value.split(' ')[1] ?? '')
  mustFit(ctx, complaint, target)

  const merged = await mergeInto(ctx, complaint, target)
  const sentence = stepWords[ctx.locale].merged(writeReference(merged.number), writeReference(target.number))
  return inPlace(await done(ctx, merged, sentence))
}

async function mustMerge(ctx: Asking, complaint: Complaint): Promise<void> {
  await mustManage(ctx, complaint)
  await mustBePossible(ctx, complaint, 'merge')
}

async function heldTarget(ctx: Asking, id: string): Promise<Complaint> {
  const { id: seen } = await byId(ctx, id)
  const target = await lockComplaint(ctx.db, ctx.workspace.id, seen)
  if (!target) throw new UserError(refusals[ctx.locale].gone)
  return target
}

async function confirm(ctx: Asking, complaint: Complaint, target: Complaint): Promise<Reply> {
  mustFit(ctx, complaint, target)
  return show(mergeCard(ctx.locale, complaint, target))
}

/** No circle can close: neither of two that go together has been merged before. */
function mustFit({ locale }: Asking, complaint: Complaint, target: Complaint): void {
  const words = formWords[locale]
  const [from, into] = [writeReference(complaint.number), writeReference(target.number)]
  if (target.id === complaint.id) throw new UserError(words.mergeSelf)
  if (!isOpen(target.state)) throw new UserError(words.mergeEnded(into, classNames[locale].state[target.state]))
  if (complaint.confidential && !target.confidential) throw new UserError(words.mergePublic(from, into))
}
