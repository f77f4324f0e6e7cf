import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin, isColleague, memberById } from '../../people/members.ts'
import { refusals } from './messages/refusals.ts'
import type { Standup } from './store/standups.ts'

type Taking = Pick<Asking, 'actor'>

/** Guests, bots and people who have left do nothing here. */
export function mustBeColleague(ctx: Asking): void {
  if (!isColleague(ctx.actor)) throw new UserError(refusals[ctx.locale].notForGuests)
}

export const mayLead = ({ actor }: Taking, { leadId }: Pick<Standup, 'leadId'>): boolean =>
  isColleague(actor) && (leadId === actor.id || isAdmin(actor))

export async function mustLead(ctx: Asking, standup: Pick<Standup, 'leadId'>): Promise<void> {
  if (mayLead(ctx, standup)) return
  const lead = await memberById(ctx.db, ctx.workspace.id, standup.leadId)
  throw new UserError(refusals[ctx.locale].leadOnly(lead?.name ?? '?'))
}

export const takesPart = ({ actor }: Taking, { participants }: Pick<Standup, 'participants'>): boolean =>
  participants.some(({ memberId }) => memberId === actor.id)

export const belongs = (taking: Taking, standup: Pick<Standup, 'leadId' | 'participants'>): boolean =>
  takesPart(taking, standup) || mayLead(taking, standup)

/** What people answered is for those who take part, the lead and administrators. */
export function mustBelong(ctx: Asking, standup: Pick<Standup, 'name' | 'leadId' | 'participants'>): void {
  if (belongs(ctx, standup)) return
  throw new UserError(refusals[ctx.locale].participantsOnly(standup.name))
}
