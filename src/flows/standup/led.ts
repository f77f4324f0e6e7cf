import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { refusals } from './messages/refusals.ts'
import { mustLead } from './permissions.ts'
import { lockStandup, type Standup } from './store/standups.ts'

/** The stand-up for its lead or an administrator to change; nobody else changes it meanwhile. */
export async function lockedToLead(ctx: Asking, id: string): Promise<Standup> {
  const standup = await lockStandup(ctx.db, ctx.workspace.id, id)
  if (!standup) throw new UserError(refusals[ctx.locale].gone)
  if (standup.state === 'deleted') throw new UserError(refusals[ctx.locale].deleted(standup.name))
  await mustLead(ctx, standup)
  return standup
}
