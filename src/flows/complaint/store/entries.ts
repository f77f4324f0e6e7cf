import { toDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import type { Prisma, ComplaintEntry as Row } from '../../../generated/client.ts'
import type { Complaint } from './complaints.ts'

/** What can have happened to a complaint; each has its sentence in both languages (messages/story.ts). */
export type Happening =
  | 'filed'
  | 'acknowledged'
  | 'assigned'
  | 'classified'
  | 'named'
  | 'noted'
  | 'evidence'
  | 'paused'
  | 'resumed'
  | 'investigated'
  | 'proposed'
  | 'approved'
  | 'rejected'
  | 'replied'
  | 'rated'
  | 'closed'
  | 'reopened'
  | 'withdrawn'
  | 'merged'
  | 'merged-in'
  | 'linked'
  | 'confidential'
  | 'public'
  | 'warned'
  | 'breached'
  | 'replanned'
  | 'exhausted'
  | 'erased'

export type Entry = Omit<Row, 'kind' | 'detail'> & { kind: Happening; detail: Prisma.JsonObject }
export type Told = { kind: Happening; text?: string; detail?: Prisma.InputJsonObject }

export async function addEntry(
  { db, now }: Pick<Context, 'db' | 'now'>,
  complaint: Pick<Complaint, 'id'>,
  { kind, text, detail = {}, byId }: Told & { byId: string | null },
): Promise<Entry> {
  const data = { complaintId: complaint.id, at: toDate(now), byId, kind, text: text ?? null, detail }
  return entryOf(await db.complaintEntry.create({ data }))
}

/** All that happened, the oldest first. */
export const entriesOf = async (db: Db, complaintId: string): Promise<Entry[]> =>
  (await db.complaintEntry.findMany({ where: { complaintId }, orderBy: { id: 'asc' } })).map(entryOf)

const entryOf = (row: Row): Entry => ({ ...row, kind: row.kind as Happening, detail: row.detail as Prisma.JsonObject })
