import { randomUUID } from 'node:crypto'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { byId, mustBeColleague } from '../which.ts'
import { addTyped } from './add-typed.ts'
import { complaintForm } from './cards/complaint-form.ts'
import { type Filing, fileComplaint } from './file.ts'
import { filedAlready, filedReply } from './filed-reply.ts'
import { LONGEST_WHAT } from './limits.ts'
import { filedFrom, openDraft } from './message-draft.ts'
import { readable } from './named.ts'
import { readComplaint, type Typed } from './read-form.ts'
import { similarFor, similarReply } from './similar.ts'
import type { Draft } from './store/drafts.ts'
import { keepTyped, lockPending, originOf, type Pending, settlePending } from './typed.ts'

export async function askForComplaint(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  return ask(complaintForm(ctx.locale, `command ${randomUUID()}`, { via: 'phone' }))
}

/** Filed at once, unless something like it is there: then nothing is filed before the asker has seen that. */
export async function saveComplaint(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeColleague(ctx)
  const typed = await readComplaint(ctx, values)
  const draft = await draftBehind(ctx, originOf(ctx, context))
  const pending = await keepTyped(ctx, context, await inFull(ctx, typed, draft))
  if (pending.complaintId) return filedAlready(ctx, pending.complaintId)

  const similar = await similarFor(ctx, pending.typed)
  return similar.length > 0 ? similarReply(ctx, pending, similar) : filePending(ctx, pending, draft)
}

/** The button “File it as a new one”. */
export async function fileAsNew(ctx: Asking, id: string): Promise<Reply> {
  mustBeColleague(ctx)
  const pending = await lockPending(ctx, id)
  if (pending.complaintId) return replacing(await filedAlready(ctx, pending.complaintId))

  return replacing(await filePending(ctx, pending, await draftBehind(ctx, pending)))
}

/** The button “Add to this one”: the complaint's id and that of what was typed. */
export async function addToThisOne(ctx: Asking, value: string): Promise<Reply> {
  const complaint = await byId(ctx, value)
  const pending = await lockPending(ctx, value.split(' ')[1] ?? '')
  if (pending.complaintId) return replacing(await filedAlready(ctx, pending.complaintId))

  const draft = await draftBehind(ctx, pending)
  const reply = await addTyped(ctx, complaint, { typed: pending.typed, link: draft?.link ?? null })
  await settlePending(ctx, pending, complaint.id)
  if (draft) await filedFrom(ctx, draft, complaint)
  return replacing(reply)
}

async function filePending(ctx: Asking, pending: Pending, draft: Draft | null): Promise<Reply> {
  const complaint = await fileComplaint(ctx, await filingOf(ctx, pending, draft))
  await settlePending(ctx, pending, complaint.id)
  if (draft) await filedFrom(ctx, draft, complaint)
  return filedReply(ctx, complaint)
}

async function filingOf(ctx: Asking, { typed, source }: Pending, draft: Draft | null): Promise<Filing> {
  if (!draft) return { ...typed, source }
  const { text } = await readable(ctx, draft.text)
  const { author, link } = draft
  return { ...typed, source, message: { author, text, ...(link && { link }) } }
}

const draftBehind = async (ctx: Asking, { draftId }: Pick<Pending, 'draftId'>): Promise<Draft | null> =>
  draftId ? openDraft(ctx, draftId) : null

const CUT_FROM = 2_500

/** A platform's field may hold less than the message has: what was left as it was stays whole. */
async function inFull(ctx: Asking, typed: Typed, draft: Draft | null): Promise<Typed> {
  const { text } = draft ? await readable(ctx, draft.text) : { text: '' }
  const isCut = typed.what.length >= CUT_FROM && text.trim().startsWith(typed.what)
  return isCut ? { ...typed, what: text.trim().slice(0, LONGEST_WHAT) } : typed
}

const replacing = (reply: Reply): Reply => (reply.kind === 'card' ? { ...reply, replaces: true } : reply)
