import type { Temporal } from 'temporal-polyfill'
import { record } from '../../../audit/record.ts'
import { toDate, toDateColumn } from '../../../calendar/instant.ts'
import type { Asking, Context } from '../../../flow.ts'
import { afterCheckIn } from '../rhythm/after-check-in.ts'
import { type CheckIn, currentOfMany, seqOf } from '../store/check-ins.ts'
import { dateFor } from '../store/cycles.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'

export type Said = {
  value: number
  /** Which milestones are done, by their place from 0. */
  steps?: readonly number[]
  confidence?: number | null
  note?: string | null
  /** The date it counts for; today by the cycle, and not after its last day, where it is absent. */
  forDate?: Temporal.PlainDate
}
export type Recording = {
  said: Said
  /** How many check-ins were there when it was made; absent where nobody can have been overlooked. */
  seq?: number
  source: 'chat' | 'api' | 'import' | 'kpi'
}
/** What became of it; `stale` when somebody else has checked in since `seq`, with nothing written. */
export type Outcome =
  | { kind: 'recorded'; before: CheckIn | null; current: CheckIn; forDate: Temporal.PlainDate }
  | { kind: 'stale'; theirs: CheckIn; seq: number }

/**
 * The one door for check-ins. The caller holds the objective (`holdOpen`), so two at once come one after the other; what
 * was said is added and nothing is ever overwritten.
 */
export async function recordCheckIn(
  ctx: Context & Partial<Pick<Asking, 'actor'>>,
  keyResult: KeyResultWithObjective,
  { said, seq, source }: Recording,
): Promise<Outcome> {
  const { id, objective } = keyResult
  const known = await seqOf(ctx.db, id)
  const before = (await currentOfMany(ctx.db, [id])).get(id) ?? null
  if (seq !== undefined && seq !== known && before) return { kind: 'stale', theirs: before, seq: known }

  const forDate = said.forDate ?? dateFor(objective.cycle, ctx.now)
  const { value, steps = [], confidence = null, note = null } = said
  await ctx.db.okrCheckIn.create({
    data: {
      ...{
        keyResultId: id,
        seq: known + 1,
        forDate: toDateColumn(forDate),
        value,
        steps: [...steps],
        confidence,
        note,
      },
      ...{ byId: ctx.actor?.id ?? null, source, at: toDate(ctx.now) },
    },
  })
  const detail = { value, confidence, forDate: forDate.toString(), seq: known + 1, by: source }
  await record(ctx, { action: 'okr.checked-in', subject: `okr-key-result:${id}`, detail })
  await afterCheckIn(ctx, keyResult)
  const current = (await currentOfMany(ctx.db, [id])).get(id)
  if (!current) throw new Error('A check-in that was written is not there')
  return { kind: 'recorded', before, current, forDate }
}
