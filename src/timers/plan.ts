import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import type { Prisma } from '../generated/client.ts'

export type Plan = {
  /** `<flow>.<timer>`, as in the flow's table of contents. */
  kind: string
  /** What it is about; one timer per kind and subject. */
  subject: string
  at: Temporal.Instant
  /** The name that people gave to it, for lists of what is coming. */
  about?: string
  payload?: Prisma.InputJsonValue
}

/** Promises something for later; planning the same kind and subject again moves it. */
export const plan = (ctx: Context, planned: Plan): Promise<void> => planAll(ctx, [planned])

/** Several of different subjects, in one word with the database. */
export async function planAll(ctx: Context, plans: readonly Plan[]): Promise<void> {
  if (plans.length === 0) return
  const rows = plans.map(({ at, ...one }) => ({ ...one, at: toDate(at) }))
  const due = await ctx.db.$queryRaw<{ id: bigint }[]>`
    WITH planned AS (
      INSERT INTO "Timer" ("workspaceId", "kind", "subject", "dueAt", "about", "payload")
      SELECT ${ctx.workspace.id}, "kind", "subject", "at", "about", "payload"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS given("kind" text, "subject" text, "at" timestamptz(3), "about" text, "payload" jsonb)
      ON CONFLICT ("workspaceId", "kind", "subject") DO UPDATE SET
        "dueAt" = EXCLUDED."dueAt", "about" = EXCLUDED."about", "payload" = EXCLUDED."payload",
        "generation" = "Timer"."generation" + 1,
        "firedAt" = NULL, "cancelledAt" = NULL, "claimedUntil" = NULL, "attempts" = 0, "lastError" = NULL
      RETURNING "id", "dueAt")
    SELECT "id" FROM planned WHERE "dueAt" <= ${toDate(ctx.now)}`
  for (const { id } of due) ctx.dueTimers.add(id)
}

/** Takes a promise back; nothing happens when there is none or it has been kept. */
export const cancel = (ctx: Context, kind: string, subject: string): Promise<void> => cancelAll(ctx, kind, [subject])

export async function cancelAll(ctx: Context, kind: string, subjects: readonly string[]): Promise<void> {
  await ctx.db.timer.updateMany({
    where: { workspaceId: ctx.workspace.id, kind, subject: { in: [...subjects] }, firedAt: null },
    data: { cancelledAt: toDate(ctx.now) },
  })
}

/** What a promise that has not been kept yet carries; null when there is none. */
export async function payloadOf(ctx: Context, kind: string, subject: string): Promise<Prisma.JsonValue> {
  const pending = { workspaceId: ctx.workspace.id, kind, subject, firedAt: null, cancelledAt: null }
  const timer = await ctx.db.timer.findFirst({ where: pending, select: { payload: true } })
  return timer?.payload ?? null
}
