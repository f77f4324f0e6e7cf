import type { Locale } from '../../../chat/locale.ts'
import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { classNames } from '../messages/classes.ts'
import { type Approval, isOpen, type Step, stepsNow } from '../rules/path.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, complaintById } from '../store/complaints.ts'
import { stepWords } from './messages/steps.ts'
import { mayManage } from './permissions.ts'
import { approvalOf, newestProposal } from './store/proposals.ts'

/** An illegal step answers what is possible now, with the commands to type. */
export async function mustBePossible(ctx: Asking, complaint: Complaint, step: Step): Promise<void> {
  const approval = await approvalOf(ctx.db, complaint)
  const steps = stepsNow(complaint.state, approval)
  if (steps.includes(step)) return
  const why =
    step === 'reply' && approval === 'pending' ? await waits(ctx, complaint) : notNow(ctx.locale, complaint, step)
  throw new UserError([why, ...(await waysOn(ctx, complaint, approval))].join('\n'))
}

/** What is no step of the path can be done while the complaint has not ended. */
export async function mustBeOpen(ctx: Asking, complaint: Complaint, deed: 'assign' | 'classify'): Promise<void> {
  if (isOpen(complaint.state)) return
  const lines = [notNow(ctx.locale, complaint, deed), ...(await waysOn(ctx, complaint, 'not needed'))]
  throw new UserError(lines.join('\n'))
}

function notNow(locale: Locale, { number, state }: Complaint, deed: Step | 'assign' | 'classify'): string {
  const words = stepWords[locale]
  return words.notNow(writeReference(number), classNames[locale].state[state], words.cannot[deed])
}

async function waits({ db, workspace, locale }: Asking, { id, number }: Complaint): Promise<string> {
  const words = stepWords[locale]
  const proposal = await newestProposal(db, id)
  const approver = proposal?.approverId ? await memberById(db, workspace.id, proposal.approverId) : null
  const reference = writeReference(number)
  return approver ? words.waitsFor(reference, approver.name) : words.waitsForApproval(reference)
}

async function waysOn(ctx: Asking, complaint: Complaint, approval: Approval): Promise<string[]> {
  const words = stepWords[ctx.locale]
  const reference = writeReference(complaint.number)
  const steps = await stepsOf(ctx, complaint, stepsNow(complaint.state, approval))
  const commands = steps.map((step) => commandFor(ctx.locale, step, reference))
  if (commands.length > 0) return [words.possible, ...commands]
  const target = complaint.mergedIntoId
    ? await complaintById(ctx.db, complaint.workspaceId, complaint.mergedIntoId)
    : null
  if (target && !target.confidential) return [words.inside(writeReference(target.number))]
  return [words.nothingPossible(reference)]
}

/** Only what this actor may do: whoever is asked decides, and the owner does the rest. */
async function stepsOf(ctx: Asking, complaint: Complaint, steps: readonly Step[]): Promise<readonly Step[]> {
  const isAsked = (await newestProposal(ctx.db, complaint.id))?.approverId === ctx.actor.id
  const isTheirs = await mayManage(ctx, complaint)
  return steps.filter((step) => (step === 'approve' || step === 'reject' ? isAsked : isTheirs))
}

function commandFor(locale: Locale, step: Step, reference: string): string {
  const words = stepWords[locale]
  const tails: Partial<Record<Step, string>> = words.tail
  return `/complaint ${words.word[step]} ${reference}${tails[step] ?? ''}`
}
