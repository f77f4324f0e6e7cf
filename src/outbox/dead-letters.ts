import type { Db, Post } from '../database/types.ts'
import type { Context } from '../flow.ts'

const GIVEN_UP = { state: 'undeliverable', givenUpAt: { not: null } }

/** What was tried for the last time, the earliest given up first. */
export const givenUpPosts = (db: Db, workspaceId: string, most: number): Promise<Post[]> =>
  db.post.findMany({ where: { workspaceId, ...GIVEN_UP }, orderBy: { givenUpAt: 'asc' }, take: most })

export const countGivenUpPosts = (db: Db, workspaceId: string): Promise<number> =>
  db.post.count({ where: { workspaceId, ...GIVEN_UP } })

/** Leaves again at once, as it would stand by now; null when it is no longer given up, or somebody else's. */
export async function retryPost(ctx: Context, id: bigint): Promise<Post | null> {
  const post = await change(ctx, id, { state: 'waiting', attempts: 0, notBefore: null, givenUpAt: null })
  if (post) ctx.places.add(post.place)
  return post
}

/** Nobody waits for it any more; null when it is no longer given up, or somebody else's. */
export const dropPost = (ctx: Context, id: bigint): Promise<Post | null> => change(ctx, id, { givenUpAt: null })

type Change = Partial<Pick<Post, 'state' | 'attempts' | 'notBefore' | 'givenUpAt'>>

async function change({ db, workspace }: Context, id: bigint, data: Change): Promise<Post | null> {
  const where = { id, workspaceId: workspace.id, ...GIVEN_UP }
  const [changed] = await db.post.updateManyAndReturn({ where, data })
  return changed ?? null
}
