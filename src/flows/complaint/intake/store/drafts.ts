import { toDate } from '../../../../calendar/instant.ts'
import type { Asking, Context } from '../../../../flow.ts'
import type { ComplaintDraft as Row } from '../../../../generated/client.ts'

export type Draft = Omit<Row, 'state'> & { state: 'open' | 'filed' | 'dismissed' }
export type Written = {
  /** Empty where it was written in no channel that we know. */
  channelId: string
  message: string
  authorId?: string
  author: string
  text: string
  link?: string
}

/** The draft of this message: the same one however often it is heard of. */
export async function keepDraft(ctx: Context, written: Written): Promise<{ draft: Draft; isNew: boolean }> {
  const { db, workspace, now } = ctx
  const data = { workspaceId: workspace.id, at: toDate(now), ...written }
  const { count } = await db.complaintDraft.createMany({ data, skipDuplicates: true })
  const { channelId, message } = written
  const where = { workspaceId_channelId_message: { workspaceId: workspace.id, channelId, message } }
  return { draft: draftOf(await db.complaintDraft.findUniqueOrThrow({ where })), isNew: count === 1 }
}

export async function draftById({ db, workspace }: Context, id: string): Promise<Draft | null> {
  const row = await db.complaintDraft.findFirst({ where: { id, workspaceId: workspace.id } })
  return row && draftOf(row)
}

/** The messages that became this complaint, or a part of it. */
export async function draftsBehind({ db, workspace }: Context, complaintId: string): Promise<Draft[]> {
  const where = { workspaceId: workspace.id, complaintId, NOT: { message: { startsWith: 'form ' } } }
  return (await db.complaintDraft.findMany({ where, orderBy: { id: 'asc' } })).map(draftOf)
}

/** Until this transaction ends nobody else files or dismisses it. */
export async function lockDraft(ctx: Context, id: string): Promise<Draft | null> {
  await ctx.db.$queryRaw`
    SELECT 1 FROM "ComplaintDraft" WHERE "id" = ${id} AND "workspaceId" = ${ctx.workspace.id} FOR UPDATE`
  return draftById(ctx, id)
}

export async function decideDraft(
  { db, now, actor }: Asking,
  { id }: Pick<Draft, 'id'>,
  decided: { state: Draft['state']; complaintId?: string; text?: string },
): Promise<Draft> {
  const data = { ...decided, decidedById: actor.id, decidedAt: toDate(now) }
  return draftOf(await db.complaintDraft.update({ where: { id }, data }))
}

const draftOf = (row: Row): Draft => ({ ...row, state: row.state as Draft['state'] })
