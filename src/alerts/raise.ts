import type { Temporal } from 'temporal-polyfill'
import { recordAll } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Card } from '../chat/card.ts'
import type { Locale } from '../chat/locale.ts'
import type { Context } from '../flow.ts'
import { changeFiring } from './change-firing.ts'
import { type Changed, showChanges } from './changes.ts'
import { comeBack } from './come-back.ts'
import { planUnmute } from './mute.ts'
import { cardsOf, termsOf } from './raised.ts'
import { whatBecomes } from './rules/becomes.ts'
import type { Level } from './rules/levels.ts'
import { type Alert, createAlerts, keyOf, newestOf, type Which } from './store/alerts.ts'
import { holdAlerts, takeNumbers } from './store/settings.ts'
import { tellAll } from './tell.ts'

export type Raising = Which & {
  flow: string
  /** The name that people gave to it. */
  about: string
  severity: Level
  ownerId: string
  /** Where its card is posted; the workspace's channel for alerts where it is absent. */
  channelId?: string | null
  /** Members who are told too. */
  tells?: readonly string[]
  /** How often it has fired since it began, as its flow counts. */
  firings: number
  muted?: { until: Temporal.Instant; reason: string } | null
  /** What has happened, in each language. */
  card: (locale: Locale) => Card
}

/**
 * These rules fire. One that did not before opens an alert, of which people are told; one that has an open alert counts up
 * on it. Saying it again changes nothing. One (rule, subject) comes once in a call.
 */
export async function raiseAll(ctx: Context, raisings: readonly Raising[]): Promise<void> {
  if (raisings.length === 0) return
  await holdAlerts(ctx.db, ctx.workspace.id)
  const newest = await newestOf(ctx.db, ctx.workspace.id, raisings)
  const meant = raisings.map((raising) => {
    const known = newest.get(keyOf(raising)) ?? null
    return { raising, known, becomes: becomesOf(ctx, known, raising) }
  })
  const of = (what: string) => meant.filter(({ becomes }) => becomes === what)
  const changes: (Changed | null)[] = []
  for (const { known, raising } of of('back')) if (known) changes.push(await comeBack(ctx, known, raising))
  for (const { known, raising } of of('same')) if (known) changes.push(await changeFiring(ctx, known, raising))
  const opened = await openNew(
    ctx,
    of('new').map(({ raising }) => raising),
    of('new').flatMap(({ known }) => known ?? []),
  )
  const changed = changes.filter((one) => one !== null)
  await showChanges(ctx, changed)
  const again = changed.filter(({ becomes }) => becomes === 'told').map(({ alert }) => alert)
  await tellAll(ctx, [...again, ...opened])
}

const becomesOf = (ctx: Context, known: Alert | null, { firings }: Raising) =>
  whatBecomes(
    known && {
      ...known,
      isOver: known.state === 'resolved',
      isByHand: known.resolvedById !== null,
      calmAt: known.calmAt?.getTime() ?? null,
    },
    { firings, now: ctx.now.epochMilliseconds },
  )

/** Those of which people are to be told. What was resolved by hand and fires on is over for good when the next one opens. */
async function openNew(ctx: Context, raisings: readonly Raising[], before: readonly Alert[]): Promise<Alert[]> {
  if (raisings.length === 0) return []
  const now = toDate(ctx.now)
  const ended = before.filter(({ calmAt }) => calmAt === null).map(({ id }) => id)
  await ctx.db.alert.updateMany({ where: { id: { in: ended } }, data: { calmAt: now } })
  const first = await takeNumbers(ctx.db, ctx.workspace.id, raisings.length)
  const rows = raisings.map((raising, at) => ({
    ...{ workspaceId: ctx.workspace.id, number: first + at, openedAt: now, firedAt: now },
    ...{ flow: raising.flow, rule: raising.rule, subject: raising.subject },
    ...termsOf(ctx, raising),
    cards: cardsOf(raising),
  }))
  const opened = await createAlerts(ctx.db, rows)
  await recordAll(ctx, opened.map(asOpened))
  const muted = opened.filter(({ mutedUntil }) => mutedUntil !== null)
  for (const alert of muted) await planUnmute(ctx, alert)
  return opened.filter(({ mutedUntil }) => mutedUntil === null)
}

const asOpened = ({ id, number, flow, rule, subject, severity, ownerId, mutedUntil }: Alert) => ({
  action: 'alert.opened',
  subject: `alert:${id}`,
  detail: { number, flow, rule, about: subject, severity, ownerId, muted: mutedUntil !== null },
})
