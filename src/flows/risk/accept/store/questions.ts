import type { Context } from '../../../../flow.ts'

export const questionKey = (acceptanceId: string, memberId: string): string =>
  `risk/acceptance/${acceptanceId}/${memberId}`

/** Whoever was asked to decide about it. */
export async function askedAbout({ db, workspace }: Context, acceptanceId: string): Promise<string[]> {
  const prefix = questionKey(acceptanceId, '')
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT "key" FROM "Post" WHERE "workspaceId" = ${workspace.id}
      AND "key" > ${prefix} AND "key" < ${`${prefix}zz`} AND starts_with("key", ${prefix}) ORDER BY "id"`
  return rows.map(({ key }) => key.slice(prefix.length))
}
