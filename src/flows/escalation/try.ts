import type { CommandLine } from '../../chat/command-line.ts'
import type { Member } from '../../database/types.ts'
import { UserError } from '../../errors.ts'
import { type Audience, audienceOf, type Facts, lastAudience } from '../../escalation/rules/audience.ts'
import { presentFacts } from '../../escalation/store/facts.ts'
import { type StoredPolicy, settingsOf } from '../../escalation/store/policies.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { memberById } from '../../people/members.ts'
import { tryCard } from './cards/try-card.ts'
import { linesOf } from './lines.ts'
import { policyWords } from './messages/policies.ts'
import { walkWords } from './messages/walk.ts'
import { namesFor } from './names.ts'
import { policyByButton, policyMeant } from './which-policy.ts'

/** For whoever is named as the owner, or the asker. */
export async function tryByCommand(ctx: Asking, { words, people }: CommandLine): Promise<Reply> {
  const [id = ctx.actor.id, ...more] = people
  if (more.length > 0) throw new UserError(policyWords[ctx.locale].oneOwner)
  const owner = await memberById(ctx.db, ctx.workspace.id, id)
  if (!owner) throw new UserError(walkWords[ctx.locale].stranger)
  return tryFor(ctx, await policyMeant(ctx, words.join(' ')), owner)
}

export const tryByButton = async (ctx: Asking, id: string): Promise<Reply> =>
  tryFor(ctx, await policyByButton(ctx, id), ctx.actor)

/** Whom each step would reach at this very moment. Nothing is sent. */
async function tryFor(ctx: Asking, policy: StoredPolicy, owner: Member): Promise<Reply> {
  const { steps } = policy
  const { fallbackChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  const question = { workspaceId: ctx.workspace.id, ownerId: owner.id, now: ctx.now }
  const channelIds = fallbackChannelId ? [fallbackChannelId] : []
  const facts: Facts = { ...(await presentFacts(ctx.db, question, { steps, channelIds })), unreachable: new Set() }
  const audiences = [...steps.map((step) => audienceOf(step, facts)), lastAudience(fallbackChannelId, facts)]
  const names = await namesIn(ctx, audiences)
  const lines = await linesOf(ctx, policy)
  return show(tryCard(ctx.locale, { policy: policy.name, owner: owner.name, lines, audiences, names }))
}

function namesIn(ctx: Asking, audiences: readonly Audience[]): Promise<ReadonlyMap<string, string>> {
  const all = audiences.flatMap(({ told, passed }) => [...told, ...passed])
  return namesFor(ctx, {
    members: all.flatMap((one) => ('memberId' in one ? (one.memberId ?? []) : [])),
    channels: all.flatMap((one) => ('channelId' in one ? (one.channelId ?? []) : [])),
  })
}
