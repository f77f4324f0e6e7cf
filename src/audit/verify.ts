import type { Db } from '../database/types.ts'
import { linkOf } from './seal.ts'

const AT_ONCE = 1_000

export type Verdict = {
  entries: number /** The first number that does not fit, or null when all do. */
  brokenAt: bigint | null
}

/** Walks a workspace's hash chain from its beginning. */
export async function verifyAudit(db: Db, workspaceId: string): Promise<Verdict> {
  let [previous, expected] = ['', 1n]
  for (;;) {
    const entries = await db.auditEntry.findMany({
      where: { workspaceId, seq: { gte: expected } },
      orderBy: { seq: 'asc' },
      take: AT_ONCE,
    })
    for (const { hash, ...entry } of entries) {
      if (entry.seq !== expected || hash !== linkOf(previous, entry))
        return { entries: Number(expected - 1n), brokenAt: expected }
      previous = hash
      expected += 1n
    }
    if (entries.length < AT_ONCE) return { entries: Number(expected - 1n), brokenAt: null }
  }
}
