import type { Db } from '../database/types.ts'

/** How chat products know somebody, and what we keep of them for a product's sake. */
export async function forgetIdentities(db: Db, memberId: string): Promise<void> {
  const known = await db.identity.findMany({ where: { memberId } })
  await db.teamsPlace.deleteMany({
    where: { externalId: { in: known.flatMap((one) => (one.platform === 'teams' ? one.externalId : [])) } },
  })
  await db.identity.deleteMany({ where: { memberId } })
}
