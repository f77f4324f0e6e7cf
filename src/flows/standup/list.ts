import { type Asking, type Reply, show } from '../../flow.ts'
import { listCard } from './cards/list-card.ts'
import { mustBeColleague } from './permissions.ts'
import { standupsFor } from './store/standups.ts'

export async function listStandups(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  return show(listCard(ctx.locale, await standupsFor(ctx.db, ctx.workspace.id, ctx.actor.id)))
}
