import { toDate } from '../calendar/instant.ts'
import { insertMany } from '../database/insert-many.ts'
import type { Asking, Context } from '../flow.ts'
import type { Prisma } from '../generated/client.ts'

export type Recorded = {
  /** `<flow>.<deed>` in the past tense, such as `standup.created`. */
  action: string
  /** What was changed: `<kind>:<id>`. */
  subject: string
  /** What changed and the reason given; members by id, so that a name can be erased. */
  detail?: Prisma.InputJsonObject
}

type Recording = Pick<Context, 'db' | 'now' | 'workspace' | 'tokenId'> & Partial<Pick<Asking, 'actor' | 'platform'>>

/** Appends to the audit trail in the transaction of the change; who and from where come with the context. */
export const record = (ctx: Recording, recorded: Recorded): Promise<void> => recordAll(ctx, [recorded])

/** In their order. */
export async function recordAll(ctx: Recording, recorded: readonly Recorded[]): Promise<void> {
  const common = {
    workspaceId: ctx.workspace.id,
    at: toDate(ctx.now),
    actorId: ctx.actor?.id ?? null,
    source: ctx.platform ?? (ctx.tokenId ? `api:${ctx.tokenId}` : 'drumbeat'),
  }
  const row = ({ action, subject, detail = {} }: Recorded) => ({ ...common, action, subject, detail })
  await insertMany(ctx.db, 'AuditEntry', { of: recorded, row })
}
