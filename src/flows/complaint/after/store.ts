import { toDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import type { ComplaintSurvey } from '../../../generated/client.ts'
import type { Complaint } from '../store/complaints.ts'
import { LINK_DAYS, roundOf, type Score } from './rules.ts'

export type Survey = ComplaintSurvey

/** Asks about the present reply; where that was done already it stays as it is. */
export async function ensureSurvey(ctx: Context, complaint: Complaint): Promise<Survey> {
  const which = { complaintId: complaint.id, round: roundOf(complaint) }
  const expiresAt = toDate(ctx.now.add({ hours: LINK_DAYS * 24 }))
  return ctx.db.complaintSurvey.upsert({
    where: { complaintId_round: which },
    create: { ...which, askedAt: toDate(ctx.now), expiresAt },
    update: {},
  })
}

export const surveyById = (db: Db, workspaceId: string, id: string): Promise<Survey | null> =>
  db.complaintSurvey.findFirst({ where: { id, complaint: { workspaceId } } })

export type Verdict = { score: Score; note: string | null; recordedById: string | null }

export const answerSurvey = ({ db, now }: Context, { id }: Survey, verdict: Verdict): Promise<Survey> =>
  db.complaintSurvey.update({ where: { id }, data: { ...verdict, answeredAt: toDate(now) } })
