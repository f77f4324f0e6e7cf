import { type Recorded, record, recordAll } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Card } from '../chat/card.ts'
import type { Locale } from '../chat/locale.ts'
import type { Context } from '../flow.ts'
import type { Prisma } from '../generated/client.ts'
import { firstAt, planFirst, waitFor } from './clockwork.ts'
import { defaultPolicy } from './default-policy.ts'
import { notePassing } from './owner.ts'
import { redraw } from './redraw.ts'
import { FIRST_BEAT } from './rules/beats.ts'
import { stepsFromManager } from './rules/beginning.ts'
import type { Policy } from './rules/policy.ts'
import { changeEscalation, createEscalations, type Escalation, lockByWhich, type Which } from './store/escalations.ts'
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
  const [opened] = await openAll(ctx, [opening])
  if (!opened) throw new Error('An escalation is neither there nor could it be made')
  return opened
}

/** Several of different subjects; those that are new in a few words with the database, however many they are. */
export async function openAll(ctx: Context, openings: readonly Opening[]): Promise<Escalation[]> {
  const all: (Prisma.EscalationCreateManyInput & Which)[] = []
  for (const opening of openings) all.push(await rowOf(ctx, opening))
  const created = await createEscalations(ctx.db, all)
  await recordAll(ctx, created.map(asOpened))
  await planFirst(ctx, created)
  const subjects = new Set(created.map(({ subject }) => subject))
  const known = openings.filter(({ subject }) => !subjects.has(subject))
  const again: Escalation[] = []
  for (const opening of known) again.push(await openKnown(ctx, opening))
  return [...created, ...again]
}

async function openKnown(ctx: Context, opening: Opening): Promise<Escalation> {
  const known = await lockByWhich(ctx.db, ctx.workspace, opening)
  if (!known) throw new Error('An escalation is neither there nor could it be made')
  if (known.state !== 'resolved') return known
  const { ownerId, ...terms } = await termsOf(ctx, opening)
  if (known.ownerId !== ownerId) await notePassing(ctx, known, ownerId)
  const anew = { ...terms, ...AS_NEW, ownerId, policy: asJson(terms.policy), round: { increment: 1 } }
  return begin(ctx, await changeEscalation(ctx.db, known, anew), 'opened')
}

async function rowOf(ctx: Context, opening: Opening): Promise<Prisma.EscalationCreateManyInput & Which> {
  const { flow, subject } = opening
  const terms = await termsOf(ctx, opening)
  const nextAt = toDate(await firstAt(ctx, terms))
  const openedAt = toDate(ctx.now)
  return { ...terms, policy: asJson(terms.policy), nextAt, openedAt, workspaceId: ctx.workspace.id, flow, subject }
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
  const policy = opening.policy ?? (await frozenPolicy(ctx, opening))
  return { about, ownerId, excludedIds: [...excludes], policy, cards: inBoth(card) }
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
  await record(ctx, { ...asOpened(escalation), action: `escalation.${how}` })
  return waitFor(ctx, escalation, FIRST_BEAT)
}

const asOpened = ({ id, flow, subject, ownerId, policy, round }: Escalation): Recorded => ({
  action: 'escalation.opened',
  subject: `escalation:${id}`,
  detail: { flow, subject, owner: ownerId, policy: policy.name, version: policy.version, round },
})
