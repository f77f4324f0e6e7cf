import type { Db } from '../database/types.ts'

/**
 * What chat products show by an address of ours, or have before somebody, may say who was erased: the forms that do go,
 * and all files and pictures, since nobody can search a picture. Whoever needs one asks for it again.
 */
export async function forgetShown(db: Db, workspaceId: string, who: string): Promise<void> {
  const served = await db.installation.count({ where: { workspaceId, platform: 'teams' } })
  if (served === 0) return
  await db.teamsFile.deleteMany()
  const written = JSON.stringify(who.toLowerCase()).slice(1, -1)
  await db.$executeRaw`
    DELETE FROM "TeamsForm" WHERE strpos(lower("form"::text), ${written}) > 0 OR strpos(lower("mentioned"::text), ${written}) > 0`
}
