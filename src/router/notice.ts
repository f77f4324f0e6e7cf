import { toDate } from '../calendar/instant.ts'
import type { Locale } from '../chat/locale.ts'
import type { Channel, Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { identityOf, type Welcomed, welcome } from '../people/arrivals.ts'
import type { News, Notice, Profile } from '../platform.ts'
import { act, type World } from '../world.ts'
import { workspaceOf } from './workspace.ts'

/** The platform's news about people and channels; the same news twice changes nothing. */
export async function takeNotice(world: World, notice: Notice): Promise<void> {
  const workspace = await workspaceOf(world, notice)
  switch (notice.kind) {
    case 'person-changed':
      return act(world, workspace, (ctx) => personChanged(ctx, notice.platform, notice.profile))
    case 'channel-closed':
      return act(world, workspace, (ctx) => withChannel(ctx, notice, closeChannel))
    case 'channel-renamed':
      return act(world, workspace, (ctx) =>
        withChannel(ctx, notice, async (channel) => {
          await ctx.db.channel.update({ where: { id: channel.id }, data: { name: notice.name } })
        }),
      )
    case 'hearing':
      await world.db.installation.update({
        where: { platform_externalId: { platform: notice.platform, externalId: notice.installation } },
        data: { hears: notice.hears },
      })
      return
    case 'uninstalled':
      await world.db.installation.update({
        where: { platform_externalId: { platform: notice.platform, externalId: notice.installation } },
        data: { brokenWhy: notice.why, brokenAt: toDate(world.clock.now()) },
      })
  }
}

/** People whom we never met are no news. */
async function personChanged(ctx: Context, platform: string, news: News): Promise<void> {
  const known = await identityOf(ctx.db, ctx.workspace.id, platform, news.externalId)
  if (!known) return
  const profile = { ...asKnown(known), ...news }
  await tellFlows(ctx, await welcome(ctx.db, { workspaceId: ctx.workspace.id, platform, profile, now: ctx.now }))
}

/** What has become of somebody, to all who planned with them. */
export async function tellFlows(ctx: Context, { member, left, moved }: Welcomed): Promise<void> {
  for (const flow of ctx.flows) {
    if (left) await flow.memberLeft?.(ctx, member)
    else if (moved) await flow.memberChanged?.(ctx, member)
  }
}

const asKnown = ({ name, email, timeZone, locale, kind, leftAt }: Member): Omit<Profile, 'externalId'> => ({
  ...{ name, timeZone, locale: locale as Locale, kind: kind as Profile['kind'] },
  ...(email && { email }),
  ...{ active: leftAt === null, administrator: false },
})

type About = { platform: string; channel: string }
type Deed = (channel: Channel, ctx: Context) => Promise<void>

async function withChannel(ctx: Context, { platform, channel }: About, deed: Deed): Promise<void> {
  const where = { workspaceId_platform_externalId: { workspaceId: ctx.workspace.id, platform, externalId: channel } }
  const known = await ctx.db.channel.findUnique({ where })
  if (known) await deed(known, ctx)
}

async function closeChannel(channel: Channel, ctx: Context): Promise<void> {
  if (channel.closedAt !== null) return
  const closed = await ctx.db.channel.update({ where: { id: channel.id }, data: { closedAt: toDate(ctx.now) } })
  for (const flow of ctx.flows) await flow.channelClosed?.(ctx, closed)
}
