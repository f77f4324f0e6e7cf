import type { Card } from '../../../chat/card.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { type Standing, standingsOf } from '../standing.ts'
import { objectivesBy } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { type Item, roundCard, type WaitingReview } from './cards/round-card.ts'
import type { Round } from './store/rounds.ts'

/** The cards of these rounds as things stand now, each in its reader's language. */
export async function drawRounds(ctx: Context, rounds: readonly Round[]): Promise<{ round: Round; card: Card }[]> {
  const ids = [...new Set(rounds.flatMap(({ told }) => [...told.due, ...told.remind, ...told.lead]))]
  const items = await itemsOf(ctx, ids)
  const reviews = await reviewsAmong(ctx, [...new Set(rounds.flatMap(({ told }) => told.review))])
  const readers = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(rounds.map(({ memberId }) => memberId))])
  const locales = new Map(readers.map(({ id, locale }) => [id, nearestLocale(locale)]))
  return rounds.map((round) => {
    const pick = (wanted: readonly string[]) => wanted.flatMap((id) => items.get(id) ?? [])
    const { due, remind, lead, digest, review } = round.told
    const locale = locales.get(round.memberId) ?? 'en'
    const shown = {
      due: pick(due),
      remind: pick(remind),
      lead: pick(lead),
      digest,
      reviews: reviews.filter(({ objective }) => review.includes(objective.id)),
    }
    return { round, card: roundCard(locale, { ...shown, readerId: round.memberId }) }
  })
}

async function itemsOf(ctx: Context, keyResultIds: readonly string[]): Promise<Map<string, Item>> {
  if (keyResultIds.length === 0) return new Map()
  const where = { workspaceId: ctx.workspace.id, keyResults: { some: { id: { in: [...keyResultIds] } } } }
  const objectives = await objectivesBy(ctx.db, where)
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const standings = await standingsOf(ctx.db, objectives, { now: ctx.now, settings })
  const open = await openAmong(ctx, keyResultIds)
  const owners = await membersByIds(ctx.db, ctx.workspace.id, [
    ...new Set(objectives.flatMap(({ keyResults }) => keyResults.map(({ ownerId }) => ownerId))),
  ])
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  const all = standings.flatMap(({ objective, keyResults }) =>
    keyResults.map((standing: Standing): [string, Item] => [
      standing.keyResult.id,
      {
        ...{ standing, objective, isOpen: open.has(standing.keyResult.id) },
        owner: names.get(standing.keyResult.ownerId) ?? null,
      },
    ]),
  )
  const wanted = new Set(keyResultIds)
  return new Map(all.filter(([id]) => wanted.has(id)))
}

async function reviewsAmong({ db, workspace }: Context, ids: readonly string[]): Promise<WaitingReview[]> {
  if (ids.length === 0) return []
  const written = await db.okrReview.findMany({
    where: { objectiveId: { in: [...ids] } },
    select: { objectiveId: true },
  })
  const done = new Set(written.map(({ objectiveId }) => objectiveId))
  const objectives = await objectivesBy(db, { workspaceId: workspace.id, id: { in: [...ids] } })
  return objectives.map((objective) => ({ objective, isDone: done.has(objective.id) }))
}

/** Of these the ones whose question is still open. */
async function openAmong({ db }: Context, keyResultIds: readonly string[]): Promise<Set<string>> {
  const where = { keyResultId: { in: [...keyResultIds] }, state: 'asked' }
  return new Set((await db.okrTurn.findMany({ where, select: { keyResultId: true } })).map((one) => one.keyResultId))
}
