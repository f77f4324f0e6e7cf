import { nearestLocale } from '../../chat/locale.ts'
import type { Context } from '../../flow.ts'
import { inPublic, linkedToAll } from '../../links/links.ts'
import { revise, say } from '../../outbox/say.ts'
import { subjectOf } from './blocker-reference.ts'
import { channelCard } from './cards/channel-card.ts'
import { digestCards } from './cards/digest.ts'
import type { TiedBlocker } from './cards/digest-blockers.ts'
import { askKey, cardKey, digestKey, remindKey } from './cards/keys.ts'
import { privateCard, reminderCard } from './cards/private-card.ts'
import { type Blocker, type Blockers, blockersFor } from './store/blockers.ts'
import { channelOf } from './store/posted.ts'
import type { Attendee, Run } from './store/runs.ts'

/** The card in the channel, where the stand-up is asked there. */
export async function showCard(ctx: Context, run: Run): Promise<void> {
  if (run.standup.promptIn === 'private') return
  await say(ctx, { key: cardKey(run.id), to: { channel: run.standup.channelId }, card: channelCard(run) })
}

/** The private card of each, where the stand-up is asked privately. */
export async function showPrivately(ctx: Context, run: Run, people: readonly Attendee[]): Promise<void> {
  if (run.standup.promptIn === 'channel') return
  for (const attendee of people) {
    const { memberId } = attendee.entry
    await say(ctx, { key: askKey(run.id, memberId), to: { person: memberId }, card: privateCard(run, attendee) })
  }
}

/** The digest in the thread of the card, wherever that was posted; saying it again changes what stands there. */
export async function showDigest(ctx: Context, run: Run): Promise<void> {
  const cards = digestCards(run, await tiedBlockers(ctx, run))
  const under = await channelOf(ctx.db, ctx.workspace.id, cardKey(run.id))
  const to = { channel: under ?? run.standup.channelId }
  for (const [at, card] of cards.entries()) {
    if (!card) continue
    const key = digestKey(run.id, at + 1)
    const thread = under ? { thread: cardKey(run.id) } : {}
    await say(ctx, { key, to, card, urgency: 'digest', ...thread })
  }
}

/** Nobody in particular reads a channel, so what is tied to a blocker is named there as far as everybody may know of it. */
async function tiedBlockers(ctx: Context, run: Run): Promise<Blockers<TiedBlocker>> {
  const { ofThisRun, fromBefore } = await blockersFor(ctx.db, ctx.workspace.id, run)
  const reader = inPublic(ctx, nearestLocale(run.standup.locale))
  const ties = await linkedToAll(reader, [...ofThisRun, ...fromBefore].map(subjectOf))
  const tied = (blocker: Blocker) => ({ ...blocker, ties: ties.get(subjectOf(blocker)) ?? [] })
  return { ofThisRun: ofThisRun.map(tied), fromBefore: fromBefore.map(tied) }
}

/** Everything that shows this run as it now is: the card, the digest if there is one, and what these people were asked. */
export async function showAgain(ctx: Context, run: Run, changed: readonly Attendee[]): Promise<void> {
  await revise(ctx, cardKey(run.id), channelCard(run))
  if (run.state === 'closed') await showDigest(ctx, run)
  for (const attendee of changed) {
    await revise(ctx, askKey(run.id, attendee.entry.memberId), privateCard(run, attendee))
    await revise(ctx, remindKey(run.id, attendee.entry.memberId), reminderCard(run, attendee))
  }
}
