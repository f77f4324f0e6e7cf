import type { Db } from '../../../database/types.ts'
import type { Clock } from './store/clocks.ts'

/** Those whose reply is due no later than they are: whoever hears of the reply need not hear of the acknowledgement too. */
export async function withinReply(db: Db, clocks: readonly Clock[]): Promise<ReadonlySet<Clock>> {
  const first = clocks.filter(({ kind }) => kind === 'acknowledge')
  if (first.length === 0) return new Set()
  const replies = await db.complaintClock.findMany({
    where: { complaintId: { in: first.map(({ complaintId }) => complaintId) }, kind: 'reply', endedAt: null },
    select: { complaintId: true, round: true, dueAt: true },
  })
  const dueOf = new Map(replies.map((reply) => [roundOf(reply), reply.dueAt]))
  return new Set(
    first.filter((clock) => {
      const replyDueAt = dueOf.get(roundOf(clock))
      return replyDueAt !== undefined && replyDueAt <= clock.dueAt
    }),
  )
}

type Round = Pick<Clock, 'complaintId' | 'round'>
const roundOf = ({ complaintId, round }: Round): string => `${complaintId}/${round}`
