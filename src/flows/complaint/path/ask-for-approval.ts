import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import { revise, say } from '../../../outbox/say.ts'
import { memberById, membersByIds } from '../../../people/members.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { approvalCard } from './cards/approval-card.ts'
import { noteCard } from './cards/note.ts'
import { approvalWords } from './messages/approval.ts'
import { peopleWords } from './messages/people.ts'
import { approvalKey, questionsAbout } from './store/approval-posts.ts'
import type { Proposal } from './store/proposals.ts'

export async function askForApproval(
  ctx: Context,
  complaint: Complaint,
  { proposal, approver }: { proposal: Proposal; approver: Member },
): Promise<void> {
  const locale = nearestLocale(approver.locale)
  const proposer = await proposerName(ctx, proposal, locale)
  const nth = (await questionsAbout(ctx.db, complaint, proposal.id)).length + 1
  await say(ctx, {
    key: `${approvalKey(complaint.id, proposal.id)}${approver.id}/${nth}`,
    to: { person: approver.id },
    card: approvalCard(locale, { complaint, proposal, proposer }, null),
    urgency: 'escalation',
  })
}

/** What was asked about this proposal so far says what has become of it. */
export async function closeQuestions(
  ctx: Context,
  complaint: Complaint,
  proposal: Proposal,
  outcome: (locale: Locale) => string,
): Promise<void> {
  const questions = await questionsAbout(ctx.db, complaint, proposal.id)
  const asked = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(questions.map(({ memberId }) => memberId))])
  for (const { key, memberId } of questions) {
    const locale = nearestLocale(asked.find(({ id }) => id === memberId)?.locale)
    const proposer = await proposerName(ctx, proposal, locale)
    await revise(ctx, key, approvalCard(locale, { complaint, proposal, proposer }, outcome(locale)))
  }
}

/** Whoever is asked reads how the complaint stands now. */
export async function redrawQuestion(ctx: Context, complaint: Complaint, proposal: Proposal): Promise<void> {
  const questions = await questionsAbout(ctx.db, complaint, proposal.id)
  const open = questions.filter(({ memberId }) => memberId === proposal.approverId).at(-1)
  const approver = open && (await memberById(ctx.db, ctx.workspace.id, open.memberId))
  if (!open || !approver) return
  const locale = nearestLocale(approver.locale)
  const proposer = await proposerName(ctx, proposal, locale)
  await revise(ctx, open.key, approvalCard(locale, { complaint, proposal, proposer }, null))
}

export async function sayNobodyApproves(ctx: Context, complaint: Complaint, proposal: Proposal): Promise<void> {
  const owner = await memberById(ctx.db, ctx.workspace.id, complaint.ownerId)
  if (!owner) return
  const locale = nearestLocale(owner.locale)
  const sentence = peopleWords[locale].nobodyApproves(writeReference(complaint.number))
  const card = noteCard(locale, sentence, { tone: 'warning', showId: complaint.id })
  await say(ctx, { key: `complaint/${complaint.id}/no-approver/${proposal.id}`, to: { person: owner.id }, card })
}

async function proposerName({ db, workspace }: Context, { byId }: Proposal, locale: Locale): Promise<string> {
  return (await memberById(db, workspace.id, byId))?.name ?? approvalWords[locale].somebody
}
