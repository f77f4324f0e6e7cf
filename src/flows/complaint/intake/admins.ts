import { UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { isAdmin } from '../../../people/members.ts'
import { refusals } from '../messages/refusals.ts'

export function mustBeAdmin({ actor, locale }: Asking): void {
  if (!isAdmin(actor)) throw new UserError(refusals[locale].adminsOnly)
}
