import { nearestLocale } from '../../../chat/locale.ts'
import { UserError } from '../../../errors.ts'
import type { Asking, Context } from '../../../flow.ts'
import { revise } from '../../../outbox/say.ts'
import { memberById } from '../../../people/members.ts'
import { writeReference } from '../rules/reference.ts'
import { maySee } from '../sight.ts'
import { type Complaint, complaintById } from '../store/complaints.ts'
import { withoutContact } from '../views/masked.ts'
import { draftCard, draftKey, type Fate } from './cards/draft-card.ts'
import { draftWords } from './messages/drafts.ts'
import { readable } from './named.ts'
import { type Draft, decideDraft, draftsBehind, lockDraft } from './store/drafts.ts'

/** The draft of a message about which nobody has decided yet, held; otherwise it is said who did. */
export async function openDraft(ctx: Asking, id: string): Promise<Draft> {
  const words = draftWords[ctx.locale]
  const draft = await lockDraft(ctx, id)
  if (!draft || draft.message.startsWith('form ')) throw new UserError(words.gone)
  if (draft.state === 'open') return draft
  throw new UserError(await decidedAlready(ctx, draft))
}

export async function filedFrom(ctx: Asking, draft: Draft, complaint: Complaint): Promise<void> {
  await decideDraft(ctx, draft, { state: 'filed', complaintId: complaint.id })
  await redrawFiledDrafts(ctx, complaint)
}

/** The messages that it was filed from: without the customer's contact data, and without a word where it is confidential. */
export async function redrawFiledDrafts(ctx: Context, { id }: Pick<Complaint, 'id'>): Promise<void> {
  const complaint = await complaintById(ctx.db, ctx.workspace.id, id)
  if (!complaint) return
  const { number, confidential, customer } = complaint
  for (const draft of await draftsBehind(ctx, id)) {
    const by = draft.decidedById ? await memberById(ctx.db, ctx.workspace.id, draft.decidedById) : null
    const name = by?.name ?? draftWords[nearestLocale(ctx.workspace.locale)].somebody
    const shown = { ...draft, text: withoutContact(draft.text, customer.contact) }
    await redrawDraft(ctx, shown, { by: name, ...(!confidential && { reference: writeReference(number) }) })
  }
}

export async function redrawDraft(ctx: Context, draft: Draft, fate: Fate | null): Promise<void> {
  await revise(ctx, draftKey(draft), await cardOf(ctx, draft, fate))
}

/** As it stands in a channel, in the language of the workspace. */
export async function cardOf(ctx: Context, draft: Draft, fate: Fate | null) {
  const channel = draft.channelId ? await ctx.db.channel.findUnique({ where: { id: draft.channelId } }) : null
  const { text } = await readable(ctx, draft.text)
  return draftCard(
    ctx.workspace.locale,
    { ...draft, text },
    { channel: channel && { id: channel.id, name: channel.name }, fate },
  )
}

/** In words, with the reference where the asker may see it. */
export async function decidedAlready(ctx: Asking, { state, complaintId, decidedById }: Draft): Promise<string> {
  const words = draftWords[ctx.locale]
  const decider = decidedById ? await memberById(ctx.db, ctx.workspace.id, decidedById) : null
  const name = decider?.name ?? words.somebody
  if (state === 'dismissed') return words.dismissedAlready(name)
  const complaint = complaintId ? await complaintById(ctx.db, ctx.workspace.id, complaintId) : null
  const isSeen = complaint !== null && (await maySee(ctx.db, ctx.actor, complaint))
  return isSeen ? words.filedAlready(name, writeReference(complaint.number)) : words.filedAlreadyHidden(name)
}
