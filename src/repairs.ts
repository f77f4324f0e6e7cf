import type { Db } from './database/types.ts'
import type { World } from './world.ts'

/** What is found lying and put right, by kind: `post`, `timer`, or the name of the flow that has mended something. */
export type Repaired = { workspaceId: string; what: string; count: number }

export async function rememberRepair(db: Db, repaired: Repaired): Promise<void> {
  await db.repair.create({ data: repaired })
}

/** Remembers and counts one repair for each of these, given by the workspace in which it was found. */
export async function countRepairs(world: World, what: string, workspaceIds: readonly string[]): Promise<void> {
  if (workspaceIds.length === 0) return
  const counts = new Map<string, number>()
  for (const id of workspaceIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  world.metrics.repairs.inc({ what }, workspaceIds.length)
  world.log.warn({ what, count: workspaceIds.length }, 'Something was left lying and is put right')
  const data = [...counts].map(([workspaceId, count]) => ({ workspaceId, what, count }))
  await world.db.repair.createMany({ data })
}
