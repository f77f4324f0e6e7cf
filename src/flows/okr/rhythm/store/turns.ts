import type { Temporal } from 'temporal-polyfill'
import { toDate, toDateColumn } from '../../../../calendar/instant.ts'
import type { Context } from '../../../../flow.ts'
import type { Stage } from '../../rules/turns.ts'

export type Begun = {
  keyResultId: string
  dueOn: Temporal.PlainDate
  /** Who was asked, and on which of their dates; null where nobody needs to be. */
  asked: { id: string; on: Temporal.PlainDate } | null
}

/** Turns that begin: asked, or skipped. */
export async function beginTurns(ctx: Context, begun: readonly Begun[]): Promise<void> {
  const data = begun.map(({ keyResultId, dueOn, asked }) => ({
    ...{ workspaceId: ctx.workspace.id, keyResultId, dueOn: toDateColumn(dueOn), state: asked ? 'asked' : 'skipped' },
    ...{ askedId: asked?.id ?? null, askedOn: asked && toDateColumn(asked.on) },
    endedAt: asked ? null : toDate(ctx.now),
  }))
  if (data.length > 0) await ctx.db.okrTurn.createMany({ data, skipDuplicates: true })
}

/** Their date has passed without a check-in: a newer one is due. */
export async function missTurns(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const where = { id: { in: [...ids] }, state: 'asked' }
  await ctx.db.okrTurn.updateMany({ where, data: { state: 'missed', endedAt: toDate(ctx.now) } })
}

/** Asked of somebody else from this date on: what was told before does not count. */
export async function askAgain(
  ctx: Context,
  ids: readonly string[],
  { id: askedId, on }: { id: string; on: Temporal.PlainDate },
): Promise<void> {
  if (ids.length === 0) return
  const anew = { askedId, askedOn: toDateColumn(on), nudgedOn: null, leadToldOn: null, escalatedOn: null }
  await ctx.db.okrTurn.updateMany({ where: { id: { in: [...ids] } }, data: anew })
}

const COLUMN = { nudge: 'nudgedOn', lead: 'leadToldOn', manager: 'escalatedOn' } as const satisfies Record<
  Stage,
  string
>

/** What was told of these, and on which date. */
export async function noteStage(
  ctx: Context,
  ids: readonly string[],
  { stage, on }: { stage: Stage; on: Temporal.PlainDate },
): Promise<void> {
  if (ids.length === 0) return
  await ctx.db.okrTurn.updateMany({ where: { id: { in: [...ids] } }, data: { [COLUMN[stage]]: toDateColumn(on) } })
}
