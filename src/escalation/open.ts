import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Card } from '../chat/card.ts'
import type { Locale } from '../chat/locale.ts'
import type { Context } from '../flow.ts'
import type { Prisma } from '../generated/client.ts'
import { waitFor } from './clockwork.ts'
import { defaultPolicy } from './default-policy.ts'
import { notePassing } from './owner.ts'
import { redraw } from './redraw.ts'
import { FIRST_BEAT } from './rules/beats.ts'
import { stepsFromManager } from './rules/beginning.ts'
import type { Policy } from './rules/policy.ts'
import { changeEscalation, createEscalation, type Escalation, lockByWhich, type Which } from './store/escalations.ts'
import { policyById } from './store/policies.ts'

export type Opening = Which & {
  /** The name that people gave to it. */
  about: string
  /** The member who should act. */
  ownerId: string
  /** A policy's id; the workspace's default where it is absent or gone. */
  policyId?: string
  /** What `frozenPolicy` has given already, for whoever opens many at once. */
  policy?: Policy
  /** Members who have no part in it, as it is about them: nobody tells them, and they choose nobody who stands in. */
  excludes?: readonly string[]
  /** At the policy's first step that tells the manager, at once; where it has none, with one of its own. */
  begins?: 'manager'
  /** What everybody who is told is shown, in each language. */
  card: (locale: Locale) => Card
}

/**
 * Begins to walk up the chain about this subject, by the policy as it is now. One that is under way already stays as it
 * is; one that was resolved begins anew with what it is opened with now.
 */
export async function open(ctx: Context, opening: Opening): Promise<Escalation> {
  const { flow, subject } = opening
  const data = { ...(await termsOf(ctx, opening)), workspaceId: ctx.workspace.id, flow, subject }
  const created = await createEscalation(ctx.db, data)
  if (created) return begin(ctx, created, 'opened')

  const known = await lockByWhich(ctx.db, ctx.workspace, opening)
  if (!known) throw new Error('An escalation is neither there nor could it be made')
  if (known.state !== 'resolved') return known
  if (known.ownerId !== data.ownerId) await notePassing(ctx, known, data.ownerId)
  const { openedAt: _, ...terms } = data
  return begin(ctx, await changeEscalation(ctx.db, known, { ...terms, ...AS_NEW, round: { increment: 1 } }), 'opened')
}

/** What was resolved was not: a new walk from step one, by the policy that was frozen into it. */
export async function reopen(ctx: Context, which: Which): Promise<Escalation | null> {
  const escalation = await lockByWhich(ctx.db, ctx.workspace, which)
  if (escalation?.state !== 'resolved') return escalation

  const opened = await changeEscalation(ctx.db, escalation, { ...AS_NEW, round: { increment: 1 } })
  const walking = await begin(ctx, opened, 'reopened')
  await redraw(ctx, walking)
  return walking
}

const AS_NEW = {
  state: 'open',
  step: null,
  repeat: 0,
  holderId: null,
  acknowledgedAt: null,
  progressAt: null,
  wokenAt: null,
  exhaustedAt: null,
  snoozes: 0,
  snoozedUntil: null,
  snoozedById: null,
  resolvedAt: null,
  resolvedById: null,
} as const

async function termsOf(ctx: Context, { about, ownerId, card, excludes = [], ...opening }: Opening) {
  const policy = asJson(opening.policy ?? (await frozenPolicy(ctx, opening)))
  return { about, ownerId, excludedIds: [...excludes], policy, cards: inBoth(card), openedAt: toDate(ctx.now) }
}

/** What a walk that opens now follows from then on. */
export async function frozenPolicy(
  ctx: Context,
  { policyId, begins }: Pick<Opening, 'policyId' | 'begins'>,
): Promise<Policy> {
  const chosen = policyId ? await policyById(ctx.db, ctx.workspace.id, policyId) : null
  const { id: _, ...policy } = chosen ?? (await defaultPolicy(ctx))
  return begins === 'manager' ? { ...policy, steps: stepsFromManager(policy.steps) } : policy
}

/** A flow's card as it is kept, in each language. */
export const inBoth = (card: Opening['card']): Prisma.InputJsonObject =>
  asJson({ en: card('en'), 'zh-CN': card('zh-CN') })

const asJson = (value: object): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value))

async function begin(ctx: Context, escalation: Escalation, how: 'opened' | 'reopened'): Promise<Escalation> {
  const { id, flow, subject, ownerId, policy, round } = escalation
  const detail = { flow, subject, owner: ownerId, policy: policy.name, version: policy.version, round }
  await record(ctx, { action: `escalation.${how}`, subject: `escalation:${id}`, detail })
  return waitFor(ctx, escalation, FIRST_BEAT)
}
