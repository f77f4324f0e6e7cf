import type { Db } from '../../../database/types.ts'
import { memberById } from '../../../people/members.ts'

/** Who edited this stand-up last; null when nobody has. */
export async function lastEditor(db: Db, workspaceId: string, standupId: string): Promise<string | null> {
  const entry = await db.auditEntry.findFirst({
    where: { workspaceId, subject: `standup:${standupId}`, action: 'standup.edited' },
    orderBy: { id: 'desc' },
  })
  const editor = entry?.actorId ? await memberById(db, workspaceId, entry.actorId) : null
  return editor?.name ?? null
}
