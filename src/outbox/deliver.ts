import type { Card } from '../chat/card.ts'
import type { Post } from '../database/types.ts'
import { ChannelClosed, InstallationBroken, PersonUnreachable, PlatformBusy } from '../errors.ts'
import { foretold } from '../foretold.ts'
import { directoryOf } from '../people/directory.ts'
import type { Attachment, ChatPlatform, OutgoingPost, PlatformName, Ref } from '../platform.ts'
import type { World } from '../world.ts'
import { type Address, addressesOf } from './address.ts'
import { claimNext, keptInHand } from './claim.ts'
import { delivered, failed, unreachable, waitUntilMended, waitWhileBusy } from './outcome.ts'
import { referencesOf } from './references.ts'
import { URGENT } from './say.ts'

/** Says what waits to be said at one place, in the order in which it was said, until nothing is left or it has to wait. */
export async function deliverTo(world: World, workspaceId: string, place: string): Promise<void> {
  const addresses = await addressesOf(world.db, workspaceId, place)
  const ways = addresses.flatMap((address) => wayTo(world, address))
  if (addresses.length > 0 && (ways.length === 0 || ways[0]?.address.isBusy)) return

  const open = ways.filter(({ address }) => !address.isBusy)
  const closed = addresses.filter((one) => !open.some(({ address }) => address === one)).map(({ platform }) => platform)
  for (let goesOn = true; goesOn && !world.queue.isClosing(); ) {
    const post = await claimNext(world.db, { workspaceId, place, closed })
    if (!post) return
    goesOn = await send(world, post, post.ref ? open.filter(({ platform }) => platform.name === post.platform) : open)
  }
}

type Way = { address: Address; platform: ChatPlatform }

function wayTo(world: World, address: Address): Way[] {
  const platform = world.platforms.get(address.platform as PlatformName)
  return platform && !address.isBroken ? [{ address, platform }] : []
}

/** Whoever cannot be reached on one platform is told on the next. True when the next post may follow. */
async function send(world: World, post: Post, [way, ...others]: readonly Way[]): Promise<boolean> {
  if (!way) return unreachable(world, post, 'no identity on any platform')
  try {
    const outgoing = await drawn(world, post, way)
    const ref = await hand(way.platform, post, outgoing)
    return await delivered(world, post, { ref, platform: way.platform.name })
  } catch (error) {
    if (error instanceof PlatformBusy) return waitWhileBusy(world, post, { address: way.address, error })
    if (error instanceof InstallationBroken) return waitUntilMended(world, post, { address: way.address, error })
    if (!(error instanceof PersonUnreachable || error instanceof ChannelClosed)) return failed(world, post, error)
    if (others.length === 0) return unreachable(world, post, error.message)
    return (await keptInHand(world.db, post)) && send(world, post, others)
  }
}

async function hand(platform: ChatPlatform, post: Post, outgoing: OutgoingPost): Promise<Ref> {
  if (!post.ref) return platform.post(outgoing)
  await platform.update(outgoing, post.ref)
  return post.ref
}

async function drawn(world: World, post: Post, { address, platform }: Way): Promise<OutgoingPost> {
  const card = foretold(post.card as unknown as Card, world.flows)
  const thread = post.threadKey ? await threadOf(world, post, { key: post.threadKey, platform }) : null
  return {
    key: post.key,
    installation: address.installation,
    to: address.to,
    card,
    directory: await directoryOf(world.db, post.workspaceId, { platform, wanted: referencesOf(card) }),
    ...(thread ? { thread } : {}),
    ...(post.aside ? { aside: true } : {}),
    ...(post.priority === URGENT ? { urgent: true } : {}),
    ...(post.file ? { file: post.file as unknown as Attachment } : {}),
  }
}

/** What it stands under went to the same place before it; where that found nobody or stands on another platform, it stands alone. */
async function threadOf(
  world: World,
  { workspaceId }: Post,
  { key, platform }: { key: string; platform: ChatPlatform },
): Promise<Ref | null> {
  const parent = await world.db.post.findUnique({ where: { workspaceId_key: { workspaceId, key } } })
  return parent?.platform === platform.name ? parent.ref : null
}
