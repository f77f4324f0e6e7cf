import type { CommandLine } from '../../chat/command-line.ts'
import { defaultPolicy } from '../../escalation/default-policy.ts'
import type { StoredPolicy } from '../../escalation/store/policies.ts'
import { policiesOf, settingsOf } from '../../escalation/store/policies.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { isAdmin } from '../../people/members.ts'
import { policyCard } from './cards/policy-card.ts'
import { policyListCard } from './cards/policy-list-card.ts'
import { linesOf } from './lines.ts'
import { namesFor } from './names.ts'
import { policyByButton, policyMeant } from './which-policy.ts'

export async function listPolicies(ctx: Asking): Promise<Reply> {
  const standard = await defaultPolicy(ctx)
  const policies = await policiesOf(ctx.db, ctx.workspace.id)
  const { fallbackChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  const names = await namesFor(ctx, { members: [], channels: fallbackChannelId ? [fallbackChannelId] : [] })
  const fallback = names.get(fallbackChannelId ?? '') ?? null
  return show(policyListCard(ctx.locale, { policies, standard, fallback, mayChange: isAdmin(ctx.actor) }))
}

export const showByCommand = async (ctx: Asking, { words }: CommandLine): Promise<Reply> =>
  showPolicy(ctx, await policyMeant(ctx, words.join(' ')))

export const showByButton = async (ctx: Asking, id: string): Promise<Reply> =>
  showPolicy(ctx, await policyByButton(ctx, id))

async function showPolicy(ctx: Asking, policy: StoredPolicy): Promise<Reply> {
  const isDefault = (await defaultPolicy(ctx)).id === policy.id
  const lines = await linesOf(ctx, policy)
  return show(policyCard(ctx.locale, { policy, lines, isDefault, mayChange: isAdmin(ctx.actor) }))
}
