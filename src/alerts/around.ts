import type { Context } from '../flow.ts'
import { membersByIds } from '../people/members.ts'
import type { Around } from './cards/alert-card.ts'
import type { Alert } from './store/alerts.ts'

export type Drawing = {
  names: ReadonlyMap<string, string>
  /** What the card of this alert tells beside it, in the zone of its owner. */
  aroundOf: (alert: Alert) => Around
  localeOf: (memberId: string) => string
}

/** Everybody and every note that the cards of these alerts speak of, looked up once. */
export async function drawingOf(ctx: Context, alerts: readonly Alert[]): Promise<Drawing> {
  const ids = alerts.map(({ id }) => id)
  const notes = await ctx.db.alertNote.findMany({ where: { alertId: { in: ids } }, orderBy: { id: 'asc' } })
  const spoken = alerts.flatMap(({ ownerId, holderId, resolvedById, tellIds }) => [
    ...[ownerId, holderId, resolvedById],
    ...tellIds,
  ])
  const people = [...new Set([...spoken, ...notes.map(({ byId }) => byId)])].filter((id) => id !== null)
  const members = await membersByIds(ctx.db, ctx.workspace.id, people)
  const byId = new Map(members.map((member) => [member.id, member]))
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return {
    names,
    aroundOf: ({ id, ownerId }) => ({
      names,
      timeZone: byId.get(ownerId)?.timeZone ?? 'UTC',
      notes: notes.filter(({ alertId }) => alertId === id),
    }),
    localeOf: (memberId) => byId.get(memberId)?.locale ?? ctx.workspace.locale,
  }
}
