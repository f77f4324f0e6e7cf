import type { Db } from '../../../../database/types.ts'
import type { Happening } from '../../store/entries.ts'

/** When this happened last, as the number of its entry; 0 when it never has. Tells a form whether what it shows is old. */
export async function lastEntry(db: Db, complaintId: string, kind: Happening): Promise<bigint> {
  const entry = await db.complaintEntry.findFirst({ where: { complaintId, kind }, orderBy: { id: 'desc' } })
  return entry?.id ?? 0n
}
