import type { Card } from '../../../chat/card.ts'
import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import { reviseAll } from '../../../outbox/say.ts'
import { memberById } from '../../../people/members.ts'
import { acceptanceLines } from '../accept/lines.ts'
import { acceptancesBy } from '../accept/store/acceptances.ts'
import { actionsBy } from '../store/actions.ts'
import { type Risk, risksBy } from '../store/risks.ts'
import { type ReviewItem, roundCard } from './cards/round-card.ts'
import { type Round, roundKey, roundsAbout } from './store/rounds.ts'

/** As things stand now, in its reader's language. */
export async function drawRound(ctx: Context, { memberId, readerId, date, told }: Round): Promise<Card> {
  const { db, workspace } = ctx
  const of = (ids: readonly string[]) => ({ workspaceId: workspace.id, id: { in: [...ids] } })
  const reader = await memberById(db, workspace.id, readerId)
  const owner = readerId === memberId ? null : await memberById(db, workspace.id, memberId)
  const locale = nearestLocale(reader?.locale)
  const risks = new Map((await risksBy(db, of(told.risks))).map((risk) => [risk.id, risk]))
  const reviews: ReviewItem[] = []
  for (const id of told.reviews) {
    const risk = risks.get(id)
    if (risk) reviews.push(await reviewOf({ ...ctx, locale }, risk, date))
  }
  return roundCard(locale, {
    ...{ reviews, instead: owner?.name ?? null, risks },
    actions: await actionsBy(db, of(told.actions)),
    ending: await acceptancesBy(db, of(told.ending)),
  })
}

/** It is done as soon as the next one is due later than it was told. */
async function reviewOf(ctx: Context & { locale: Locale }, risk: Risk, date: string): Promise<ReviewItem> {
  const due = risk.nextReviewOn?.toISOString().slice(0, 10) ?? null
  const isOpen = risk.state !== 'closed' && due !== null && due <= date
  return { risk, isOpen, notes: await acceptanceLines(ctx, risk.id) }
}

/** Whoever was asked about this risk sees how it stands now. */
export async function redrawRounds(ctx: Context, riskId: string): Promise<void> {
  const revisions: { key: string; card: Card }[] = []
  for (const round of await roundsAbout(ctx, riskId))
    revisions.push({ key: roundKey(round), card: await drawRound(ctx, round) })
  await reviseAll(ctx, revisions)
}
