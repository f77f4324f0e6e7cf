import { type Asking, type Reply, show } from '../../flow.ts'
import { listCard } from './cards/list-card.ts'
import { mustBeColleague, takesPart } from './permissions.ts'
import { standupsOf } from './store/standups.ts'

export async function listStandups(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  const all = await standupsOf(ctx.db, ctx.workspace.id)
  const mine = all.filter((standup) => takesPart(ctx, standup)).map((standup) => standup.id)
  return show(listCard(ctx.locale, all, new Set(mine)))
}
