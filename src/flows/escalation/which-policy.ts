import { nearestWord } from '../../chat/nearest.ts'
import { UserError } from '../../errors.ts'
import { defaultPolicy } from '../../escalation/default-policy.ts'
import { policiesOf, policyById, policyNamed, type StoredPolicy } from '../../escalation/store/policies.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin } from '../../people/members.ts'
import { policyWords } from './messages/policies.ts'

/** The one that is named, in any case; without a name the default. */
export async function policyMeant(ctx: Asking, typed: string): Promise<StoredPolicy> {
  const name = typed.trim()
  const standard = await defaultPolicy(ctx)
  if (name === '') return standard
  const policy = await policyNamed(ctx.db, ctx.workspace.id, name)
  if (policy) return policy

  const words = policyWords[ctx.locale]
  const names = (await policiesOf(ctx.db, ctx.workspace.id)).map((one) => one.name)
  const nearest = nearestWord(name, names)
  throw new UserError(nearest ? words.nearest(name, nearest) : words.unknown(name))
}

export async function policyByButton(ctx: Asking, id: string): Promise<StoredPolicy> {
  const policy = await policyById(ctx.db, ctx.workspace.id, id)
  if (!policy) throw new UserError(policyWords[ctx.locale].gone)
  return policy
}

export function mustBeAdmin({ actor, locale }: Asking): void {
  if (!isAdmin(actor)) throw new UserError(policyWords[locale].adminOnly)
}
