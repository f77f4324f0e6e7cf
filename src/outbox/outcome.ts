import { toDate } from '../calendar/instant.ts'
import type { Db, Post, Workspace } from '../database/types.ts'
import type { InstallationBroken, PlatformBusy } from '../errors.ts'
import type { Ref } from '../platform.ts'
import { act, type World } from '../world.ts'
import type { Address } from './address.ts'

/** A post that failed this often while others got through is given up, so that its place can go on; any is after a day. */
const MOST_ATTEMPTS = 10
const MOST_ATTEMPTS_OF_ALL = 150
const LONGEST_PAUSE_SECONDS = 600

/** Each outcome settles the post and says whether the next one for the place may follow. */
export async function delivered(
  world: World,
  post: Post,
  { ref, platform }: { ref: Ref; platform: string },
): Promise<boolean> {
  await world.db.$executeRaw`
    UPDATE "Post" SET "ref" = ${ref}, "platform" = ${platform}, "deliveredRevision" = ${post.revision},
      "deliveredAt" = now(), "sendingSince" = NULL, "notBefore" = NULL, "attempts" = 0, "lastError" = NULL,
      "state" = CASE WHEN "revision" > ${post.revision} THEN 'waiting' ELSE 'delivered' END
    WHERE "id" = ${post.id}`
  if (!post.ref) await drawLinksAgain(world.db, post)
  world.metrics.posts.inc({ outcome: post.ref ? 'updated' : 'posted' })
  return true
}

/** Cards that link to a post were drawn without the link until now. */
async function drawLinksAgain(db: Db, { workspaceId, key }: Post): Promise<void> {
  await db.$executeRaw`
    UPDATE "Post" SET "revision" = "revision" + 1, "state" = CASE "state" WHEN 'delivered' THEN 'waiting' ELSE "state" END
    WHERE "workspaceId" = ${workspaceId} AND "linksTo" @> ARRAY[${key}] AND "linksTo" <> '{}' AND "state" IN ('delivered', 'sending')`
}

/** The platform asked this installation, or this place, to wait; the post keeps its turn and has lost nothing. */
export async function waitWhileBusy(
  world: World,
  post: Post,
  { address, error }: { address: Address; error: PlatformBusy },
): Promise<boolean> {
  const { retryAfterSeconds: seconds, where } = error
  const back = where === 'place' ? seconds : 0
  await world.db.$transaction([
    world.db.$executeRaw`
      UPDATE "Installation" SET "busyUntil" = greatest("busyUntil", now() + interval '1 second' * ${seconds})
      WHERE "id" = ${address.installationId} AND ${where === 'everywhere'}`,
    world.db.$executeRaw`
      UPDATE "Post" SET "state" = 'waiting', "attempts" = "attempts" - 1, "notBefore" = now() + interval '1 second' * ${back}
      WHERE "id" = ${post.id}`,
  ])
  world.metrics.posts.inc({ outcome: 'busy' })
  return false
}

/** Everything of this installation waits until an administrator has mended it. */
export async function waitUntilMended(
  world: World,
  post: Post,
  { address, error }: { address: Address; error: InstallationBroken },
): Promise<boolean> {
  await world.db.$transaction([
    world.db.$executeRaw`
      UPDATE "Installation" SET "brokenWhy" = ${error.message}, "brokenAt" = now() WHERE "id" = ${address.installationId}`,
    world.db.$executeRaw`UPDATE "Post" SET "state" = 'waiting', "attempts" = "attempts" - 1 WHERE "id" = ${post.id}`,
  ])
  world.metrics.posts.inc({ outcome: 'broken' })
  world.log.error(
    { installation: address.installation, why: error.message },
    'An installation is broken; its posts wait',
  )
  return false
}

/** Nobody is there. */
export async function unreachable(world: World, post: Post, why: string): Promise<boolean> {
  await settleUndelivered(world, post, { why, isGivenUp: false })
  world.metrics.posts.inc({ outcome: 'undeliverable' })
  return true
}

/** Nobody's fault: tried again later and later; the place waits, so that nothing overtakes. */
export async function failed(world: World, post: Post, error: unknown): Promise<boolean> {
  const why = (error instanceof Error ? error.message : String(error)).slice(0, 1_000)
  const isGivenUp = await mustBeGivenUp(world.db, post)
  if (isGivenUp) await settleUndelivered(world, post, { why, isGivenUp })
  else await tryLater(world.db, post, why)
  world.metrics.posts.inc({ outcome: isGivenUp ? 'given-up' : 'failed' })
  world.log.error({ post: String(post.id), key: post.key, attempts: post.attempts, err: error }, 'A delivery failed')
  return isGivenUp
}

/** The flow that said it hears of it in the transaction that settles the post; `givenUpAt` tells it which of both it is. */
async function settleUndelivered(
  world: World,
  post: Post,
  { why, isGivenUp }: { why: string; isGivenUp: boolean },
): Promise<void> {
  const workspace: Workspace = await world.db.workspace.findUniqueOrThrow({ where: { id: post.workspaceId } })
  await act(world, workspace, async (ctx) => {
    const givenUpAt = isGivenUp ? toDate(ctx.now) : null
    const flow = ctx.flows.find(({ name }) => post.key.startsWith(`${name}/`))
    await flow?.undelivered?.(ctx, { ...post, givenUpAt })
    // Last, as everybody locks what a post is about before the post.
    await ctx.db.post.update({
      where: { id: post.id },
      data: { state: 'undeliverable', lastError: why, sendingSince: null, givenUpAt },
    })
  })
}

async function tryLater(db: Db, { id }: Post, why: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Post" SET "state" = 'waiting', "sendingSince" = NULL, "lastError" = ${why},
      "notBefore" = now() + least(power(2, "attempts"), ${LONGEST_PAUSE_SECONDS}) * interval '1 second'
    WHERE "id" = ${id}`
}

/** While nobody at all can be reached it is not the post's fault. */
async function mustBeGivenUp(db: Db, { workspaceId, attempts }: Post): Promise<boolean> {
  if (attempts < MOST_ATTEMPTS) return false
  if (attempts >= MOST_ATTEMPTS_OF_ALL) return true
  const [{ works } = { works: false }] = await db.$queryRaw<{ works: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Post" WHERE "workspaceId" = ${workspaceId}
      AND "deliveredAt" > now() - interval '1 second' * ${LONGEST_PAUSE_SECONDS}) AS "works"`
  return works
}
