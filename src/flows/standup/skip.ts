import { record } from '../../audit/record.ts'
import { sayDay } from '../../calendar/say.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { LONGEST_REASON, skipForm } from './cards/answer-form.ts'
import { note } from './cards/names.ts'
import { answeringWords } from './messages/answering.ts'
import { haveSkipped } from './record-answers.ts'
import { type Skippable, skippable } from './skippable.ts'
import { noteSkip } from './store/skips.ts'

/** The button: asks for a reason, which nobody has to give. What was typed already follows the id. */
export async function askToSkip(ctx: Asking, value: string): Promise<Reply> {
  const [id = '', ...typed] = value.split(' ')
  const { name, date } = await skippable(ctx, id)
  const reason = typed.join(' ')
  return ask(skipForm(ctx.locale, { context: id, name, date: sayDay(date, ctx.locale), reason }))
}

export async function submitSkip(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const reason = typeof values.reason === 'string' ? values.reason.trim() : ''
  if (reason.length > LONGEST_REASON) {
    throw new FieldErrors({ reason: answeringWords[ctx.locale].tooLong(LONGEST_REASON) })
  }
  return skip(ctx, await skippable(ctx, context), reason)
}

/** Not this time: now, or beforehand when today's has not begun yet. */
export async function skip(ctx: Asking, what: Skippable, typed: string): Promise<Reply> {
  const reason = typed === '' ? null : typed
  if (reason && reason.length > LONGEST_REASON) {
    throw new UserError(answeringWords[ctx.locale].tooLong(LONGEST_REASON))
  }
  if (what.kind === 'part') await haveSkipped(ctx, what.run, { entry: what.attendee.entry, reason })
  else await skipAhead(ctx, what, reason)
  return show(note(ctx.locale, answeringWords[ctx.locale].skipped(what.name, sayDay(what.date, ctx.locale))))
}

async function skipAhead(
  ctx: Asking,
  { standup, date }: Extract<Skippable, { kind: 'ahead' }>,
  reason: string | null,
): Promise<void> {
  await noteSkip(ctx.db, { standupId: standup.id, memberId: ctx.actor.id, date, reason })
  await record(ctx, {
    action: 'standup.skipped',
    subject: `standup:${standup.id}`,
    detail: { date: date.toString(), reason },
  })
}
