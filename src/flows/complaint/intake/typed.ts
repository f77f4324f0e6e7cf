import { UserError } from '../../../errors.ts'
import type { Asking, Context, Due } from '../../../flow.ts'
import { cancel, plan } from '../../../timers/plan.ts'
import type { Source } from '../rules/classes.ts'
import { filedWords } from './messages/filed.ts'
import type { Typed } from './read-form.ts'
import { type Draft, decideDraft, draftById, keepDraft, lockDraft } from './store/drafts.ts'

/** Where a form was opened: by the command, or from the draft of a message. */
export type Origin = { source: Exclude<Source, 'api'>; draftId: string | null }
/** What somebody typed, until it is filed: one for each form, however often that form is submitted. */
export type Pending = Origin & { id: string; typed: Typed; complaintId: string | null }

/** How long what was typed waits to be filed, before it is forgotten: it names a customer. */
const KEPT_DAYS = 7

/** Of a form's context: `command <any>`, `message <draft>` or `watched <draft>`. */
export function originOf({ locale }: Asking, context: string): Origin {
  const [, source, id = ''] = /^(command|message|watched) ([\w-]{1,64})$/.exec(context) ?? []
  if (!source) throw new UserError(filedWords[locale].typedGone)
  return { source: source as Origin['source'], draftId: source === 'command' ? null : id }
}

/** Keeps what was typed into this form; what was filed from it already stays. */
export async function keepTyped(ctx: Asking, context: string, typed: Typed): Promise<Pending> {
  const { actor, db, now } = ctx
  const text = JSON.stringify(typed)
  const written = {
    channelId: '',
    message: `form ${context} ${actor.id}`,
    authorId: actor.id,
    author: actor.name,
    text,
  }
  const { draft } = await keepDraft(ctx, written)
  const pending = await lockPending(ctx, draft.id)
  if (pending.complaintId) return pending

  await db.complaintDraft.update({ where: { id: draft.id }, data: { text } })
  await plan(ctx, { kind: 'complaint.forget-typed', subject: draft.id, at: now.add({ hours: KEPT_DAYS * 24 }) })
  return { ...pending, typed }
}

/** Held until it is filed; only whoever typed it can do so. */
export async function lockPending(ctx: Asking, id: string): Promise<Pending> {
  const draft = await lockDraft(ctx, id)
  const [, context] = /^form (\S+ \S+) /.exec(draft?.message ?? '') ?? []
  if (!draft || !context || draft.authorId !== ctx.actor.id) throw new UserError(filedWords[ctx.locale].typedGone)
  return { ...originOf(ctx, context), id, typed: typedIn(draft), complaintId: draft.complaintId }
}

/** It became this complaint, or a part of it: what was typed stands there now, and nowhere else. */
export async function settlePending(ctx: Asking, { id }: Pending, complaintId: string): Promise<void> {
  await decideDraft(ctx, { id }, { state: 'filed', complaintId, text: '' })
  await cancel(ctx, 'complaint.forget-typed', id)
}

export async function forgetTyped(ctx: Context, { subject }: Due): Promise<void> {
  const draft = await draftById(ctx, subject)
  if (draft?.state === 'open') await ctx.db.complaintDraft.delete({ where: { id: draft.id } })
}

const typedIn = ({ text }: Draft): Typed =>
  text === '' ? { customer: { name: '' }, what: '', via: 'other' } : (JSON.parse(text) as Typed)
