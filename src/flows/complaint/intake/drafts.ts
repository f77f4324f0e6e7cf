import { record } from '../../../audit/record.ts'
import { type Asking, ask, type Context, type Reply, show } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import type { Heard } from '../../../platform.ts'
import { settingsOf } from '../store/settings.ts'
import { mustBeColleague } from '../which.ts'
import { complaintForm } from './cards/complaint-form.ts'
import { draftKey } from './cards/draft-card.ts'
import { noteCard } from './cards/note-card.ts'
import { LONGEST_WHAT } from './limits.ts'
import { cardOf, decidedAlready, openDraft, redrawDraft } from './message-draft.ts'
import { draftWords } from './messages/drafts.ts'
import { readable } from './named.ts'
import { type Draft, decideDraft, keepDraft, lockDraft, type Written } from './store/drafts.ts'

/** The shortcut on a message: used twice, it finds the same draft; what was dismissed can still be filed. */
export async function fileMessage(ctx: Asking, message: Heard): Promise<Reply> {
  mustBeColleague(ctx)
  const kept = await keepDraft(ctx, writtenIn(ctx, message))
  const draft = (await lockDraft(ctx, kept.draft.id)) ?? kept.draft
  if (draft.state === 'filed') return show(noteCard(ctx.locale, await decidedAlready(ctx, draft)))
  if (draft.state === 'dismissed')
    await ctx.db.complaintDraft.update({ where: { id: draft.id }, data: { state: 'open' } })
  return prefilled(ctx, draft, 'message')
}

/** A message in a channel that is watched: a draft, once, that somebody files or dismisses. */
export async function overheard(ctx: Asking, message: Heard): Promise<void> {
  const { draft, isNew } = await keepDraft(ctx, writtenIn(ctx, message))
  const channel = isNew ? await channelFor(ctx, draft) : null
  if (channel) await say(ctx, { key: draftKey(draft), to: { channel }, card: await cardOf(ctx, draft, null) })
}

/** The button “File”. */
export async function fileDraft(ctx: Asking, id: string): Promise<Reply> {
  mustBeColleague(ctx)
  return prefilled(ctx, await openDraft(ctx, id), 'watched')
}

/** The button “Dismiss”. */
export async function dismissDraft(ctx: Asking, id: string): Promise<Reply> {
  mustBeColleague(ctx)
  const draft = await openDraft(ctx, id)

  await decideDraft(ctx, draft, { state: 'dismissed' })
  await record(ctx, { action: 'complaint.draft-dismissed', subject: `complaint-draft:${id}` })
  await redrawDraft(ctx, draft, { by: ctx.actor.name, isDismissed: true })
  return show(noteCard(ctx.locale, draftWords[ctx.locale].dismissed))
}

/** Who the customer is never stands in a message, so that it is always asked for. */
async function prefilled(ctx: Asking, { id, text }: Draft, source: 'message' | 'watched'): Promise<Reply> {
  const { text: said, mentionedIds } = await readable(ctx, text)
  const what = said.trim()
  const preset = { what: what.slice(0, LONGEST_WHAT), isCut: what.length > LONGEST_WHAT, namedIds: mentionedIds }
  return ask(complaintForm(ctx.locale, `${source} ${id}`, { ...preset, via: 'chat' }))
}

function writtenIn({ channel, actor, locale }: Asking, { id, text, author, authorName, link }: Heard): Written {
  return {
    channelId: channel?.id ?? '',
    // Where we know no channel, two people's conversations may count their messages alike.
    message: channel ? id : `direct ${actor.id} ${id}`,
    author: authorName ?? draftWords[locale].unknownAuthor,
    text,
    ...(author && { authorId: author }),
    ...(link && { link }),
  }
}

/** The triage channel, or where it was said when there is none. */
async function channelFor({ db, workspace }: Context, { channelId }: Draft): Promise<string | null> {
  const { triageChannelId } = await settingsOf(db, workspace.id)
  const wanted = [triageChannelId, channelId].filter((id) => typeof id === 'string')
  const open = await db.channel.findMany({ where: { id: { in: wanted }, workspaceId: workspace.id, closedAt: null } })
  return wanted.find((id) => open.some((channel) => channel.id === id)) ?? null
}
