import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import { say } from '../outbox/say.ts'
import { drawer } from './redraw.ts'
import { type Audience, audienceOf, lastAudience, type Passed, type Target } from './rules/audience.ts'
import type { Beat } from './rules/beats.ts'
import type { Escalation } from './store/escalations.ts'
import { presentFacts } from './store/facts.ts'
import { addNotice, type Because, noticesOf, noticesOfBeat } from './store/notices.ts'
import { settingsOf } from './store/policies.ts'

type Telling = Beat & { because: Because; insteadOfId?: string; note?: string }

/**
 * Tells whoever the beat means right now and has not been told by it; those passed over are noted with the reason.
 * Returns how many it means, told before or now.
 */
export async function tellAudience(ctx: Context, escalation: Escalation, beat: Beat): Promise<number> {
  const { told, passed } = await audienceNow(ctx, escalation, beat)
  const because = escalation.policy.steps[beat.step]?.tell.to ?? 'fallback'
  for (const one of passed) await noteWhyNot(ctx, escalation, { ...beat, because, ...one })
  for (const one of told) await tell(ctx, escalation, { ...beat, because, ...one })
  const detail = { round: escalation.round, ...beat, told: told.map(plainly), passed: passed.map(plainly) }
  await record(ctx, { action: 'escalation.step-fired', subject: `escalation:${escalation.id}`, detail })
  return told.length
}

/** One message for each place in a beat, however often this is tried. */
export async function tell(ctx: Context, escalation: Escalation, telling: Telling & Target): Promise<void> {
  const { step, repeat, because, insteadOfId, note } = telling
  const place = placeOf(telling)
  const { id, round } = escalation
  const postKey = `escalation/${id}/${round}/${step}/${repeat}/${place.slice(place.indexOf(':') + 1)}`
  const isNew = await addNotice(ctx.db, {
    ...{ escalationId: id, round, step, repeat, place, outcome: 'told', because, postKey, at: toDate(ctx.now) },
    memberId: 'memberId' in telling ? telling.memberId : null,
    insteadOfId: insteadOfId ?? null,
    note: note ?? null,
  })
  if (!isNew) return

  const notices = await noticesOf(ctx.db, id)
  const draw = await drawer(ctx, escalation, notices)
  const notice = notices.find((one) => one.postKey === postKey)
  const to = 'memberId' in telling ? { person: telling.memberId } : { channel: telling.channelId }
  if (notice) await say(ctx, { key: postKey, to, card: draw(notice), urgency: 'escalation' })
}

async function audienceNow(ctx: Context, escalation: Escalation, beat: Beat): Promise<Audience> {
  const step = escalation.policy.steps[beat.step]
  const { fallbackChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  const { ownerId } = escalation
  const question = { workspaceId: ctx.workspace.id, ownerId, now: ctx.now }
  const named = { steps: step ? [step] : [], channelIds: !step && fallbackChannelId ? [fallbackChannelId] : [] }
  const facts = {
    ...(await presentFacts(ctx.db, question, named)),
    unreachable: await unreachableIn(ctx, escalation, beat),
    excluded: new Set(escalation.excludedIds),
  }
  return step ? audienceOf(step, facts) : lastAudience(fallbackChannelId, facts)
}

async function unreachableIn(ctx: Context, escalation: Escalation, beat: Beat): Promise<Set<string>> {
  const notices = await noticesOfBeat(ctx.db, escalation, beat)
  const failed = notices.filter(({ outcome }) => outcome === 'unreachable' || outcome === 'closed')
  return new Set(failed.map(({ place }) => place.slice(place.indexOf(':') + 1)))
}

async function noteWhyNot(ctx: Context, escalation: Escalation, passed: Telling & Passed): Promise<void> {
  const { step, repeat, because, reason, memberId } = passed
  const isPlace = reason !== 'loop' && reason !== 'no-backup' && reason !== 'no-manager' && reason !== 'no-admins'
  await addNotice(ctx.db, {
    ...{ escalationId: escalation.id, round: escalation.round, step, repeat, because, at: toDate(ctx.now) },
    place: isPlace ? placeOf(passed) : 'nobody',
    outcome: reason,
    memberId: memberId ?? null,
  })
}

const placeOf = (one: { memberId?: string } | { channelId?: string }): string =>
  'channelId' in one ? `channel:${one.channelId}` : `person:${'memberId' in one ? one.memberId : ''}`

const plainly = (one: Target | Passed) => ({ ...one })
