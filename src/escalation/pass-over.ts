import { record } from '../audit/record.ts'
import type { Channel, Member, Post } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { holdEscalation } from './hold.ts'
import type { Reason } from './rules/audience.ts'
import { isExhaustion, stepAfter } from './rules/beats.ts'
import { type Escalation, openIn, unresolvedOf } from './store/escalations.ts'
import { type Notice, noticesOf, setOutcome } from './store/notices.ts'
import { tellAudience } from './tell.ts'
import { wake } from './wake.ts'
import { fireFrom } from './walk.ts'

/** One of our posts found nobody: its step goes on to whoever is next. Who has the message and not its last change was told. */
export async function undelivered(ctx: Context, post: Post): Promise<void> {
  if (post.givenUpAt && post.ref) return
  const [, id = ''] = post.key.split('/')
  const reason = post.place.startsWith('channel:') ? 'closed' : 'unreachable'
  await passOver(ctx, id, { reason, isMeant: ({ postKey }) => postKey === post.key })
}

/** What they had goes on without them, and so does a step that has told them. */
export async function memberLeft(ctx: Context, member: Member): Promise<void> {
  for (const id of await unresolvedOf(ctx.db, ctx.workspace.id, member.id))
    await passOver(ctx, id, { reason: 'left', isMeant: ({ memberId }) => memberId === member.id, goneId: member.id })
}

export async function channelClosed(ctx: Context, channel: Channel): Promise<void> {
  for (const id of await openIn(ctx.db, ctx.workspace.id, channel.id))
    await passOver(ctx, id, { reason: 'closed', isMeant: ({ place }) => place === `channel:${channel.id}` })
}

type Missed = {
  reason: Reason
  isMeant: (notice: Notice) => boolean
  /** Who can hold nothing any more. */
  goneId?: string
}

/** What was told in vain goes on to whoever is next. */
export async function passOver(ctx: Context, id: string, { reason, isMeant, goneId }: Missed): Promise<void> {
  const escalation = await holdEscalation(ctx, id)
  if (!escalation) return
  const missed = (await noticesOf(ctx.db, id)).filter((notice) => notice.outcome === 'told' && isMeant(notice))
  for (const notice of missed) {
    await setOutcome(ctx.db, notice, reason)
    const detail = { place: notice.place, reason, round: notice.round, step: notice.step }
    await record(ctx, { action: 'escalation.passed-over', subject: `escalation:${id}`, detail })
  }
  const present = missed.filter((notice) => isPresent(notice, escalation))
  if (goneId && goneId === escalation.holderId) await wake(ctx, escalation, { why: 'holder gone', alsoTell: null })
  else await withoutThem(ctx, escalation, present)
}

const isPresent = ({ round, step, repeat }: Notice, escalation: Escalation): boolean =>
  round === escalation.round && step === (escalation.step ?? 0) && repeat === escalation.repeat

async function withoutThem(ctx: Context, escalation: Escalation, missed: readonly Notice[]): Promise<void> {
  const held = missed.find(({ memberId }) => memberId !== null && memberId === escalation.holderId)
  switch (escalation.state) {
    case 'acknowledged':
      if (held) await wake(ctx, escalation, { why: 'holder gone', alsoTell: held.insteadOfId })
      return
    case 'open':
      if (missed.some(({ because }) => because !== 'woken')) await goOn(ctx, escalation)
      return
    case 'resolved':
      return
  }
}

/** The same step once more, without whom it has failed to reach; when it finds nobody, the next one at once. */
async function goOn(ctx: Context, escalation: Escalation): Promise<void> {
  const beat = { step: escalation.step ?? 0, repeat: escalation.repeat }
  const reached = await tellAudience(ctx, escalation, beat)
  if (reached > 0 || isExhaustion(beat, escalation.policy.steps)) return
  await fireFrom(ctx, escalation, stepAfter(beat))
}
