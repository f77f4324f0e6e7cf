import { toDate } from '../../../../calendar/instant.ts'
import type { Db } from '../../../../database/types.ts'
import type { Context } from '../../../../flow.ts'
import type { Prisma, ComplaintProposal as Row } from '../../../../generated/client.ts'
import type { Approval } from '../../rules/path.ts'
import type { Complaint } from '../../store/complaints.ts'

export type ProposalState = 'pending' | 'approved' | 'rejected' | 'not-needed'
export type Proposal = Omit<Row, 'state'> & { state: ProposalState }

/** The one that counts; null before anything was proposed. */
export async function newestProposal(db: Db, complaintId: string): Promise<Proposal | null> {
  const row = await db.complaintProposal.findFirst({
    where: { complaintId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return row && whole(row)
}

export async function proposalById(db: Db, complaintId: string, id: string): Promise<Proposal | null> {
  const row = await db.complaintProposal.findFirst({ where: { id, complaintId } })
  return row && whole(row)
}

export async function addProposal(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { id }: Pick<Complaint, 'id'>,
  proposed: { text: string; byId: string; state: ProposalState },
): Promise<Proposal> {
  return whole(await db.complaintProposal.create({ data: { complaintId: id, at: toDate(now), ...proposed } }))
}

export async function changeProposal(
  db: Db,
  { id }: Pick<Proposal, 'id'>,
  data: Omit<Prisma.ComplaintProposalUncheckedUpdateInput, 'state'> & { state?: ProposalState },
): Promise<Proposal> {
  return whole(await db.complaintProposal.update({ where: { id }, data }))
}

/** Whether the reply still waits for somebody; only what is proposed can. */
export async function approvalOf(db: Db, { id, state }: Pick<Complaint, 'id' | 'state'>): Promise<Approval> {
  if (state !== 'proposed') return 'not needed'
  switch ((await newestProposal(db, id))?.state) {
    case 'pending':
      return 'pending'
    case 'approved':
      return 'given'
    case 'rejected':
    case 'not-needed':
    case undefined:
      return 'not needed'
  }
}

/** Of those who wait for approval, the ids of the complaints where this member is asked for it. */
export async function waitingFor(db: Db, approverId: string): Promise<string[]> {
  const rows = await db.complaintProposal.findMany({
    where: { approverId, state: 'pending' },
    select: { complaintId: true },
    orderBy: { id: 'asc' },
  })
  return [...new Set(rows.map(({ complaintId }) => complaintId))]
}

/** The complaints about which somebody's approval is waited for. */
export async function pendingQuestions(db: Db, workspaceId: string): Promise<string[]> {
  const where = { state: 'pending', complaint: { workspaceId, state: 'proposed' } }
  const rows = await db.complaintProposal.findMany({ where, select: { complaintId: true }, orderBy: { id: 'asc' } })
  return rows.map(({ complaintId }) => complaintId)
}

const whole = (row: Row): Proposal => ({ ...row, state: row.state as ProposalState })
