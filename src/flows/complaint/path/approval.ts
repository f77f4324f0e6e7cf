import { presentFacts } from '../../../escalation/store/facts.ts'
import type { Context } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { type ApprovalFacts, approverOf, mayStillApprove } from '../rules/approver.ts'
import { needsApproval } from '../rules/classes.ts'
import type { Complaint } from '../store/complaints.ts'
import { askForApproval, closeQuestions, redrawQuestion, sayNobodyApproves } from './ask-for-approval.ts'
import { approvalWords } from './messages/approval.ts'
import { unreachableFor } from './store/approval-posts.ts'
import { changeProposal, newestProposal, type Proposal } from './store/proposals.ts'

type Question = { complaint: Complaint; proposal: Proposal; lost?: string | undefined }
/** Before anything was proposed there is no proposal. */
type Asked = Omit<Question, 'proposal'> & { proposal: Proposal | null }

/**
 * Makes the question of approval fit what is true now: asked, asked of somebody else, or no longer asked. `lost` is
 * somebody who has just turned out to be unreachable.
 */
export async function arrangeApproval(ctx: Context, complaint: Complaint, lost?: string): Promise<void> {
  const proposal = await newestProposal(ctx.db, complaint.id)
  if (!proposal) return
  if (complaint.state !== 'proposed' || !needsApproval(complaint.severity)) return letGo(ctx, complaint, proposal)
  if (proposal.state === 'not-needed') return askAnew(ctx, { complaint, proposal, lost })
  if (proposal.state !== 'pending') return
  const facts = await approvalFacts(ctx, { complaint, proposal, lost })
  if (!proposal.approverId || !mayStillApprove(proposal.approverId, facts))
    await askNext(ctx, { complaint, proposal, lost })
  else await redrawQuestion(ctx, complaint, proposal)
}

/** Whoever was asked has gone away since, or nobody could be asked then: says whether somebody else is asked now. */
export async function askWhoeverIsHere(ctx: Context, complaint: Complaint): Promise<boolean> {
  const proposal = await newestProposal(ctx.db, complaint.id)
  if (complaint.state !== 'proposed' || proposal?.state !== 'pending') return false
  const facts = await approvalFacts(ctx, { complaint, proposal })
  const asked = proposal.approverId ? facts.people.get(proposal.approverId) : undefined
  const next = approverOf(facts)
  if (next === null || next === asked?.id || (asked && asked.status !== 'away')) return false

  await askNext(ctx, { complaint, proposal })
  return true
}

/** Who is asked: as things stand now. */
export async function approvalFacts(ctx: Context, { complaint, proposal, lost }: Asked): Promise<ApprovalFacts> {
  const { workspaceId, ownerId, namedIds } = complaint
  const present = await presentFacts(ctx.db, { workspaceId, ownerId, now: ctx.now }, { steps: [] })
  const unreachable = proposal ? await unreachableFor(ctx.db, complaint, proposal.id) : []
  return {
    ownerId,
    people: present.people,
    admins: present.admins,
    barred: new Set([...(proposal ? [proposal.byId] : []), ...namedIds]),
    unreachable: new Set(lost ? [...unreachable, lost] : unreachable),
  }
}

async function askNext(ctx: Context, { complaint, proposal, lost }: Question): Promise<void> {
  const approverId = approverOf(await approvalFacts(ctx, { complaint, proposal, lost }))
  const asked = await changeProposal(ctx.db, proposal, { approverId })
  const [approver] = approverId ? await membersByIds(ctx.db, ctx.workspace.id, [approverId]) : []
  await closeQuestions(ctx, complaint, asked, (locale) => {
    const words = approvalWords[locale]
    return approver ? words.askedInstead(approver.name) : words.notYourTurn
  })
  if (approver) await askForApproval(ctx, complaint, { proposal: asked, approver })
  else await sayNobodyApproves(ctx, complaint, asked)
}

async function askAnew(ctx: Context, question: Question): Promise<void> {
  const proposal = await changeProposal(ctx.db, question.proposal, { state: 'pending', approverId: null })
  await askNext(ctx, { ...question, proposal })
}

async function letGo(ctx: Context, complaint: Complaint, proposal: Proposal): Promise<void> {
  if (proposal.state !== 'pending') return
  const free = await changeProposal(ctx.db, proposal, { state: 'not-needed' })
  const isReplaced = complaint.state !== 'proposed'
  await closeQuestions(ctx, complaint, free, (locale) => approvalWords[locale][isReplaced ? 'replaced' : 'notNeeded'])
}
