import type { Card } from '../../../chat/card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { redrawFiledDrafts } from '../intake/message-draft.ts'
import { mustManage } from '../path/permissions.ts'
import { writeReference } from '../rules/reference.ts'
import { type Complaint, changeComplaint, lockComplaint } from '../store/complaints.ts'
import { settingsOf } from '../store/settings.ts'
import { tell } from '../story.ts'
import { byId, type Rest, withReference } from '../which.ts'
import { instead } from './cards/complaint-card.ts'
import { showStory } from './channel-card.ts'
import { deedWords } from './messages/deeds.ts'
import { redraw } from './publish.ts'
import { relativesOf } from './store/relatives.ts'
import { redrawWalks } from './walk-cards.ts'

const ON = ['on', 'yes', '开', '是']
const OFF = ['off', 'no', '关', '否']

/** `/complaint confidential C-12 on`; opening it again is asked back. */
export const confidentialByCommand = withReference(
  async (ctx: Asking, complaint: Complaint, { words: typed }: Rest) => {
    await mustManage(ctx, complaint)
    const word = (typed[0] ?? '').normalize('NFKC').toLowerCase()
    if (ON.includes(word)) return makeConfidential(ctx, complaint)
    if (OFF.includes(word)) return askToOpen(ctx, complaint)
    throw new UserError(deedWords[ctx.locale].onOrOff(writeReference(complaint.number)))
  },
)

/** The answer to the question whether to open it. */
export async function openToAll(ctx: Asking, id: string): Promise<Reply> {
  const complaint = await byId(ctx, id)
  await mustManage(ctx, complaint)
  const words = deedWords[ctx.locale]
  const reference = writeReference(complaint.number)
  if (!complaint.confidential) return show(instead(ctx.locale, words.openAlready(reference)))

  const { triageChannelId } = await settingsOf(ctx.db, ctx.workspace.id)
  const change = { confidential: false, channelId: complaint.channelId ?? triageChannelId }
  const opened = await changeComplaint(ctx.db, complaint, change)
  await tell(ctx, opened, { kind: 'public' })
  await redrawElsewhere(ctx, opened)
  return { kind: 'card', card: instead(ctx.locale, words.opened(reference)), replaces: true }
}

async function makeConfidential(ctx: Asking, complaint: Complaint): Promise<Reply> {
  const words = deedWords[ctx.locale]
  const reference = writeReference(complaint.number)
  if (complaint.confidential) return show(instead(ctx.locale, words.madeAlready(reference)))

  const hidden = await changeComplaint(ctx.db, complaint, { confidential: true })
  await tell(ctx, hidden, { kind: 'confidential' })
  await redrawElsewhere(ctx, hidden)
  return show(instead(ctx.locale, words.made(reference)))
}

/** Besides its own card: its relatives, the message that it came from, and whatever was escalated. */
async function redrawElsewhere(ctx: Asking, complaint: Complaint): Promise<void> {
  await redrawRelatives(ctx, complaint)
  await redrawFiledDrafts(ctx, complaint)
  await redrawWalks(ctx, complaint)
}

/** What everybody may see does not speak of what is confidential: cards and stories of its relatives follow. */
async function redrawRelatives(ctx: Asking, complaint: Complaint): Promise<void> {
  for (const { id, confidential } of await relativesOf(ctx.db, complaint)) {
    const relative = confidential ? null : await lockComplaint(ctx.db, ctx.workspace.id, id)
    if (!relative) continue
    await redraw(ctx, relative)
    await showStory(ctx, { complaint: relative })
  }
}

async function askToOpen(ctx: Asking, complaint: Complaint): Promise<Reply> {
  const words = deedWords[ctx.locale]
  const reference = writeReference(complaint.number)
  if (!complaint.confidential) return show(instead(ctx.locale, words.openAlready(reference)))
  const card: Card = instead(ctx.locale, words.openAsk(reference), [
    {
      kind: 'buttons',
      buttons: [{ label: words.openYes, action: 'complaint.public', value: complaint.id, style: 'danger' }],
    },
  ])
  return show(card)
}
