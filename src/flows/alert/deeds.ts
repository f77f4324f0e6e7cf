import { drawingOf } from '../../alerts/around.ts'
import { redrawAll } from '../../alerts/redraw.ts'
import { resolveAlert } from '../../alerts/resolve.ts'
import type { Alert } from '../../alerts/store/alerts.ts'
import { assignAlert, takeAlert } from '../../alerts/take.ts'
import { record } from '../../audit/record.ts'
import { toDate } from '../../calendar/instant.ts'
import { noteCard } from '../../chat/note-card.ts'
import type { Member } from '../../database/types.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { isColleague, memberById } from '../../people/members.ts'
import { mustResolve, mustTakePart } from './authority.ts'
import { assignForm, LONGEST, noteForm, resolveForm } from './cards/forms.ts'
import { alertsWords } from './messages/alerts.ts'
import { holdOpen, referenceOf } from './which.ts'

export async function take(ctx: Asking, id: string): Promise<Reply> {
  const words = alertsWords[ctx.locale]
  const alert = await holdOpen(ctx, id)
  mustTakePart(ctx, alert)
  const reference = referenceOf(alert, ctx.locale)
  if (alert.holderId === ctx.actor.id) throw new UserError(words.youHaveIt(reference))
  if (alert.holderId) {
    const { names } = await drawingOf(ctx, [alert])
    throw new UserError(words.hasIt(names.get(alert.holderId) ?? words.somebody, reference))
  }

  await takeAlert(ctx, alert, ctx.actor)
  return show(noteCard(ctx.locale, words.taken(reference)))
}

export async function askForNote(ctx: Asking, id: string): Promise<Reply> {
  const alert = await holdOpen(ctx, id)
  mustTakePart(ctx, alert)
  return ask(noteForm(formFor(ctx, alert)))
}

export async function saveNote(ctx: Asking, submission: Submission): Promise<Reply> {
  const alert = await holdOpen(ctx, submission.context)
  mustTakePart(ctx, alert)
  const text = textIn(ctx, submission)

  await ctx.db.alertNote.create({ data: { alertId: alert.id, byId: ctx.actor.id, text, at: toDate(ctx.now) } })
  await record(ctx, { action: 'alert.noted', subject: `alert:${alert.id}`, detail: { number: alert.number } })
  await redrawAll(ctx, [alert])
  return show(noteCard(ctx.locale, alertsWords[ctx.locale].noted(referenceOf(alert, ctx.locale))))
}

export async function askForCause(ctx: Asking, id: string): Promise<Reply> {
  const alert = await holdOpen(ctx, id)
  await mustResolve(ctx, alert)
  return ask(resolveForm(formFor(ctx, alert)))
}

export async function saveCause(ctx: Asking, submission: Submission): Promise<Reply> {
  const alert = await holdOpen(ctx, submission.context)
  await mustResolve(ctx, alert)
  const cause = textIn(ctx, submission)

  await resolveAlert(ctx, alert, { by: ctx.actor, cause })
  return show(noteCard(ctx.locale, alertsWords[ctx.locale].resolved(referenceOf(alert, ctx.locale)), { tone: 'good' }))
}

export async function askToWhom(ctx: Asking, id: string): Promise<Reply> {
  const alert = await holdOpen(ctx, id)
  mustTakePart(ctx, alert)
  return ask(assignForm(formFor(ctx, alert)))
}

export async function assign(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const alert = await holdOpen(ctx, context)
  mustTakePart(ctx, alert)
  const to = await receiver(ctx, typeof values.to === 'string' ? values.to : '')
  const words = alertsWords[ctx.locale]
  const reference = referenceOf(alert, ctx.locale)
  if (alert.holderId === to.id) throw new FieldErrors({ to: words.hasIt(to.name, reference) })

  await assignAlert(ctx, alert, { by: ctx.actor, to })
  return show(noteCard(ctx.locale, words.assigned(reference, to.name)))
}

async function receiver(ctx: Asking, id: string): Promise<Member> {
  const words = alertsWords[ctx.locale]
  const member = await memberById(ctx.db, ctx.workspace.id, id)
  if (!member) throw new FieldErrors({ to: words.stranger })
  if (!isColleague(member)) throw new FieldErrors({ to: words.unfit(member.name) })
  return member
}

function textIn({ locale }: Asking, { values }: Submission): string {
  const words = alertsWords[locale]
  const text = typeof values.text === 'string' ? values.text.trim() : ''
  if (text === '') throw new FieldErrors({ text: words.needed })
  if (text.length > LONGEST) throw new FieldErrors({ text: words.tooLong(LONGEST, text.length) })
  return text
}

const formFor = ({ locale }: Asking, alert: Alert) => ({ locale, id: alert.id, reference: referenceOf(alert, locale) })
