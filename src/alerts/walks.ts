import type { Card } from '../chat/card.ts'
import type { Locale } from '../chat/locale.ts'
import type { Member } from '../database/types.ts'
import { frozenPolicy, type Opening, openAll } from '../escalation/open.ts'
import { setOwner } from '../escalation/owner.ts'
import { recard } from '../escalation/recard.ts'
import { resolve } from '../escalation/resolve.ts'
import type { Policy } from '../escalation/rules/policy.ts'
import type { Context } from '../flow.ts'
import { groupBy } from '../lists/group-by.ts'
import { type Drawing, drawingOf } from './around.ts'
import { headOf, walkCard } from './cards/alert-card.ts'
import { stormCard } from './cards/storm-card.ts'
import type { Level } from './rules/levels.ts'
import { ownerFirst, POLICIES } from './rules/policy.ts'
import { type Alert, alertsBy, isOver } from './store/alerts.ts'
import { policyIdFor, settingsOf } from './store/settings.ts'

export const whichWalk = (walk: string) => ({ flow: 'alert', subject: walk })

/** With the others of a storm that have the same owner and severity. */
const isShared = ({ walk }: Pick<Alert, 'walk'>): boolean => walk?.startsWith('storm/') ?? false

/** Alone by itself; in a storm together with the others of the same owner and severity. */
export const walkFor = ({ id, walk, stormId, ownerId, severity }: Alert): string =>
  stormId && isShared({ walk }) ? `storm/${stormId}/${ownerId}/${severity}` : id

/** Those of these walks that people were told of, by walk. */
async function toldIn(ctx: Context, walks: readonly string[]): Promise<Map<string, Alert[]>> {
  const where = { workspaceId: ctx.workspace.id, walk: { in: [...walks] }, toldAt: { not: null } }
  return groupBy(await alertsBy(ctx.db, where), ({ walk }) => walk ?? '')
}

/** Somebody has to take these: their walks begin, or show them too where they are under way. */
export async function openWalks(ctx: Context, alerts: readonly Alert[]): Promise<void> {
  const told = await toldIn(ctx, [...new Set(alerts.map(({ walk }) => walk ?? ''))])
  const drawing = await drawingOf(ctx, [...told.values()].flat())
  const policies = await policiesFor(ctx, alerts)
  const openings: Opening[] = [...told].flatMap(([walk, among]) => {
    const terms = termsOf(among, drawing)
    const policy = policies.get(among[0]?.severity ?? 'low')
    return terms && policy ? { ...whichWalk(walk), ...terms, policy } : []
  })
  await openAll(ctx, openings)
  for (const opening of openings) await recard(ctx, opening, opening.card)
}

/** These walks show what is left in them; one in which nothing is left ends. */
export async function settleWalks(ctx: Context, walks: readonly string[], by?: Member): Promise<void> {
  const told = await toldIn(ctx, walks)
  const drawing = await drawingOf(ctx, [...told.values()].flat())
  for (const { subject: walk, ownerId, state } of await standingOf(ctx, walks)) {
    const among = told.get(walk) ?? []
    const terms = termsOf(among, drawing)
    if (terms) await recard(ctx, whichWalk(walk), terms.card)
    if (terms && terms.ownerId !== ownerId) await setOwner(ctx, whichWalk(walk), terms.ownerId)
    if (state !== 'resolved' && among.every(isOver)) await resolve(ctx, whichWalk(walk), by)
  }
}

/** Those of these walks that were ever begun, in one order. */
const standingOf = ({ db, workspace }: Context, walks: readonly string[]) =>
  db.escalation.findMany({
    where: { workspaceId: workspace.id, flow: 'alert', subject: { in: [...walks] } },
    select: { subject: true, ownerId: true, state: true },
    orderBy: { id: 'asc' },
  })

type Terms = Pick<Opening, 'about' | 'ownerId' | 'card'>

/** Of a walk with these alerts, all of one owner and severity. */
function termsOf(among: readonly Alert[], drawing: Drawing): Terms | null {
  const [first] = among
  if (!first) return null
  const card = (locale: Locale): Card =>
    isShared(first)
      ? stormCard(locale, among, { names: drawing.names, isOwn: true })
      : walkCard(locale, first, drawing.aroundOf(first))
  return { about: headOf('en', first), ownerId: first.ownerId, card }
}

async function policiesFor(ctx: Context, alerts: readonly Alert[]): Promise<Map<Level, Policy>> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const policies = new Map<Level, Policy>()
  for (const severity of new Set(alerts.map((alert) => alert.severity))) {
    const policyId = policyIdFor(settings, severity)
    const policy = policyId ? ownerFirst(await frozenPolicy(ctx, { policyId })) : POLICIES[severity]
    policies.set(severity, policy)
  }
  return policies
}
