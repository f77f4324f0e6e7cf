import { nearestWord } from '../../chat/nearest.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { whichCard } from './cards/list-card.ts'
import { refusals } from './messages/refusals.ts'
import { mustBeColleague } from './permissions.ts'
import { type Brief, type Standup, standupById, standupsFor } from './store/standups.ts'

export type Deed = (ctx: Asking, standup: Standup) => Promise<Reply>
export type Glance = (ctx: Asking, brief: Brief) => Promise<Reply>
type Meant = { typed: string; action: string }

/**
 * Does it with the stand-up that was named or, without a name, the one of this channel or the only one of mine. Where
 * it could be several it asks, with a button of this action for each.
 */
export const withStandup = (ctx: Asking, meant: Meant, deed: Deed): Promise<Reply> =>
  atAGlance(ctx, meant, async (_, { id }) => deed(ctx, await presentById(ctx, id)))

/** The same for what needs no more than the stand-up by itself. */
export async function atAGlance(ctx: Asking, { typed, action }: Meant, deed: Glance): Promise<Reply> {
  mustBeColleague(ctx)
  const all = await standupsFor(ctx.db, ctx.workspace.id, ctx.actor.id)
  if (all.length === 0) throw new UserError(refusals[ctx.locale].none)
  if (typed !== '') return deed(ctx, named(ctx, all, typed))

  const likely = likeliest(ctx, all)
  const [only] = likely
  return only && likely.length === 1 ? deed(ctx, only) : show(whichCard(ctx.locale, likely, action))
}

/** The button with the stand-up's id in its value. */
export const byId =
  (deed: Deed) =>
  async (ctx: Asking, id: string): Promise<Reply> => {
    mustBeColleague(ctx)
    return deed(ctx, await presentById(ctx, id))
  }

export async function presentById(ctx: Asking, id: string): Promise<Standup> {
  const standup = await standupById(ctx.db, ctx.workspace.id, id)
  if (!standup) throw new UserError(refusals[ctx.locale].gone)
  if (standup.state === 'deleted') throw new UserError(refusals[ctx.locale].deleted(standup.name))
  return standup
}

/** By its whole name, or by how the name of only one begins; upper and lower case are the same. */
export function named(ctx: Asking, all: readonly Brief[], typed: string): Brief {
  const say = refusals[ctx.locale]
  const wanted = typed.toLowerCase()
  const exact = all.find((standup) => standup.name.toLowerCase() === wanted)
  if (exact) return exact

  const beginning = all.filter((standup) => standup.name.toLowerCase().startsWith(wanted))
  const [only] = beginning
  if (only && beginning.length === 1) return only
  const names = beginning.map((standup) => standup.name)
  if (names.length > 1) throw new UserError(say.several(typed, names.join(ctx.locale === 'en' ? ', ' : '、')))
  const nearest = nearestWord(
    typed,
    all.map((standup) => standup.name),
  )
  throw new UserError(nearest ? say.nearest(typed, nearest) : say.unknown(typed))
}

/** The first of these that leave any: mine in this channel, this channel's, mine, all. */
function likeliest(ctx: Asking, all: readonly Brief[]): readonly Brief[] {
  const here = all.filter((standup) => standup.channelId === ctx.channel?.id)
  const mine = all.filter((standup) => standup.takesPart || standup.leadId === ctx.actor.id)
  const mineHere = here.filter((standup) => mine.includes(standup))
  return [mineHere, here, mine].find((some) => some.length > 0) ?? all
}
