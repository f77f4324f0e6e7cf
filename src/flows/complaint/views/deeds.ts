import type { Asking } from '../../../flow.ts'
import { mayManage, mayTake } from '../path/permissions.ts'
import { newestProposal } from '../path/store/proposals.ts'
import { isOpen, type Step, stepsNow } from '../rules/path.ts'
import type { Standing } from './cards/standing.ts'
import type { Deed } from './messages/buttons.ts'

/** What the asker can do about it now, in rows: what takes it further, what keeps it in order, what tells more. */
export async function deedsFor(ctx: Asking, standing: Standing): Promise<Deed[][]> {
  const known: Deed[] = ['note', 'evidence', 'history', 'clock']
  const manages = await mayManage(ctx, standing.complaint)
  const steps = stepsNow(standing.complaint.state, standing.approval)
  const decides = (await isAskedToApprove(ctx, standing)) ? DECISIONS : []
  const takes = !manages && steps.includes('acknowledge') && (await mayTake(ctx, standing.complaint))
  const further = manages ? steps.filter((step) => !DECISIONS.includes(step)) : []
  return [[...decides, ...(takes ? ['acknowledge' as const] : []), ...further], manages ? inOrder(standing) : [], known]
}

const DECISIONS: readonly Step[] = ['approve', 'reject']

async function isAskedToApprove({ db, actor }: Asking, { complaint, approval }: Standing): Promise<boolean> {
  return approval === 'pending' && (await newestProposal(db, complaint.id))?.approverId === actor.id
}

function inOrder({ complaint: { state }, clocks }: Standing): Deed[] {
  if (!isOpen(state)) return []
  const isPaused = clocks.some((face) => face.state === 'paused')
  const isRunning = clocks.some((face) => face.state === 'running')
  return ['assign', 'classify', ...(isPaused ? ['resume' as const] : []), ...(isRunning ? ['pause' as const] : [])]
}
