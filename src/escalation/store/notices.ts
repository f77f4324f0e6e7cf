import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../../calendar/instant.ts'
import type { Db } from '../../database/types.ts'
import type { Prisma, EscalationNotice as Row } from '../../generated/client.ts'
import type { Reason } from '../rules/audience.ts'
import type { Beat } from '../rules/beats.ts'
import type { Tell } from '../rules/policy.ts'
import type { Escalation } from './escalations.ts'

export type Because = Tell['to'] | 'fallback' | 'handed' | 'woken'
/** Told, or why not; `passed-on` is about no place: what it is about has got another owner, instead of the one before. */
export type Outcome = 'told' | 'passed-on' | Reason
export type Notice = Omit<Row, 'outcome' | 'because'> & { outcome: Outcome; because: Because }
type NewNotice = Omit<Prisma.EscalationNoticeCreateManyInput, 'outcome' | 'because'> &
  Pick<Notice, 'outcome' | 'because'>

/** Who has the message, or gets it yet when an administrator has a message sent again that was given up. */
export const mayHaveArrived = ({ outcome }: Pick<Notice, 'outcome'>): boolean =>
  outcome === 'told' || outcome === 'unreachable'

/** False when this very beat has fired before. */
export async function recordBeat(
  db: Db,
  { id, round }: Pick<Escalation, 'id' | 'round'>,
  { step, repeat, at }: Beat & { at: Temporal.Instant },
): Promise<boolean> {
  const beat = { escalationId: id, round, step, repeat, at: toDate(at) }
  const { count } = await db.escalationBeat.createMany({ data: [beat], skipDuplicates: true })
  return count === 1
}

/** Everything about this escalation so far, the oldest first. */
export const noticesOf = async (db: Db, escalationId: string): Promise<Notice[]> =>
  (await db.escalationNotice.findMany({ where: { escalationId }, orderBy: { id: 'asc' } })).map(whole)

export async function noticesOfBeat(
  db: Db,
  { id, round }: Pick<Escalation, 'id' | 'round'>,
  { step, repeat }: Beat,
): Promise<Notice[]> {
  const rows = await db.escalationNotice.findMany({ where: { escalationId: id, round, step, repeat } })
  return rows.map(whole)
}

/** False when this place has been dealt with in this beat already. */
export async function addNotice(db: Db, notice: NewNotice): Promise<boolean> {
  const { count } = await db.escalationNotice.createMany({ data: [notice], skipDuplicates: true })
  return count === 1
}

export async function setOutcome(db: Db, { id }: Pick<Notice, 'id'>, outcome: Reason): Promise<void> {
  await db.escalationNotice.update({ where: { id }, data: { outcome } })
}

const whole = (row: Row): Notice => ({
  ...row,
  outcome: row.outcome as Outcome,
  because: row.because as Because,
})
