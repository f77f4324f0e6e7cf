import { record } from '../../audit/record.ts'
import { shortened } from '../../chat/shortened.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { link, linkedTo, subjectMeant, unlink } from '../../links/links.ts'
import { writeBlocker } from './blocker-reference.ts'
import { note } from './cards/names.ts'
import { refusals } from './messages/refusals.ts'
import { tieWords } from './messages/ties.ts'
import { mustBelong } from './permissions.ts'
import { type BlockerOfStandup, blockerById, openBlockersIn } from './store/blockers.ts'
import { standupById } from './store/standups.ts'
import { subjectOf } from './subjects.ts'

const MOST_OFFERED = 100
const LONGEST_LABEL = 75
const LONGEST_REFERENCE = 60

/** The button under a digest: which of the open blockers holds up what. */
export async function askToTie(ctx: Asking, standupId: string): Promise<Reply> {
  const words = tieWords[ctx.locale]
  await standupMeant(ctx, standupId)
  const open = await openBlockersIn(ctx.db, { workspaceId: ctx.workspace.id, standupId })
  if (open.length === 0) throw new UserError(words.noneOpen)
  const options = open.slice(0, MOST_OFFERED).map(({ id, number, who, text }) => ({
    value: id,
    label: shortened(`${writeBlocker(number)} ${who} – ${text}`, LONGEST_LABEL),
  }))
  return ask({
    ...{ locale: ctx.locale, id: 'standup.tie', title: words.title, submit: words.submit },
    context: standupId,
    fields: [
      { kind: 'choice', name: 'blocker', label: words.blocker, options, value: options[0]?.value ?? '' },
      { kind: 'text', name: 'to', label: words.to, hint: words.toHint, maxLength: LONGEST_REFERENCE },
    ],
  })
}

export async function submitTie(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = tieWords[ctx.locale]
  await standupMeant(ctx, context)
  const blocker = await blockerMeant(ctx, typeof values.blocker === 'string' ? values.blocker : '')
  const typed = typeof values.to === 'string' ? values.to.trim() : ''
  const other = await subjectMeant(ctx, typed)
  if (!other || other.subject === subjectOf(blocker))
    throw new FieldErrors({ to: words.unknown(typed.slice(0, LONGEST_REFERENCE)) })
  const reference = writeBlocker(blocker.number)
  if (!(await link(ctx, subjectOf(blocker), other.subject)))
    throw new FieldErrors({ to: words.tiedAlready(reference, other.name) })
  await noted(ctx, blocker, { action: 'standup.blocker-tied', other: other.subject })
  const undo = { label: words.untie, action: 'standup.untie', value: `${blocker.id} ${other.subject}` }
  return show(note(ctx.locale, words.tied(reference, other.name), { tone: 'good', buttons: [undo] }))
}

export async function untie(ctx: Asking, value: string): Promise<Reply> {
  const words = tieWords[ctx.locale]
  const [blockerId = '', subject = ''] = value.split(' ')
  const blocker = await blockerMeant(ctx, blockerId)
  const other = (await linkedTo(ctx, subjectOf(blocker))).find((one) => one.subject === subject)
  if (!other || !(await unlink(ctx, subjectOf(blocker), subject))) throw new UserError(words.notTied)
  await noted(ctx, blocker, { action: 'standup.blocker-untied', other: subject })
  return show(note(ctx.locale, words.untied(writeBlocker(blocker.number), other.name)))
}

async function standupMeant(ctx: Asking, id: string): Promise<void> {
  const standup = await standupById(ctx.db, ctx.workspace.id, id)
  if (!standup) throw new UserError(refusals[ctx.locale].gone)
  mustBelong(ctx, standup)
}

async function blockerMeant(ctx: Asking, id: string): Promise<BlockerOfStandup> {
  const blocker = await blockerById(ctx.db, ctx.workspace.id, id)
  if (!blocker) throw new UserError(refusals[ctx.locale].blockerGone)
  mustBelong(ctx, blocker.standup)
  return blocker
}

const noted = (
  ctx: Asking,
  { id, standupId }: BlockerOfStandup,
  { action, other }: { action: string; other: string },
) => record(ctx, { action, subject: `standup:${standupId}`, detail: { blocker: id, other } })
