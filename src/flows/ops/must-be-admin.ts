import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin } from '../../people/members.ts'
import { peopleWords } from './messages/people.ts'

export function mustBeAdmin(ctx: Asking): void {
  if (!isAdmin(ctx.actor)) throw new UserError(peopleWords[ctx.locale].adminOnly)
}
