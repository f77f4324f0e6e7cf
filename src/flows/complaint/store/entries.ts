import { toDate } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import type { Context } from '../../../flow.ts'
import type { Prisma, ComplaintEntry as Row } from '../../../generated/client.ts'

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

type New = Told & { complaintId: string; byId: string | null }

/** In their order. */
export async function addEntries({ db, now }: Pick<Context, 'db' | 'now'>, added: readonly New[]): Promise<Entry[]> {
  const data = added.map(({ complaintId, byId, kind, text, detail = {} }) => ({
    ...{ complaintId, at: toDate(now), byId, kind, text: text ?? null, detail },
  }))
  const rows = await db.complaintEntry.createManyAndReturn({ data })
  return rows.map(entryOf).toSorted((a, b) => Number(a.id - b.id))
}

/** All that happened, the oldest first. */
export const entriesOf = async (db: Db, complaintId: string): Promise<Entry[]> =>
  (await db.complaintEntry.findMany({ where: { complaintId }, orderBy: { id: 'asc' } })).map(entryOf)

const entryOf = (row: Row): Entry => ({ ...row, kind: row.kind as Happening, detail: row.detail as Prisma.JsonObject })
