import type { Db } from '../../../../database/types.ts'
import type { ComplaintSurvey } from '../../../../generated/client.ts'

/** What the customer last said about a reply. */
export const lastVerdict = (db: Db, complaintId: string): Promise<ComplaintSurvey | null> =>
  db.complaintSurvey.findFirst({ where: { complaintId, score: { not: null } }, orderBy: { round: 'desc' } })
