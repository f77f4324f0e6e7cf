import { Temporal } from 'temporal-polyfill'
import { record } from '../../../audit/record.ts'
import { fromDateColumn, toDate, toDateColumn } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { sayDate } from '../../../calendar/say.ts'
import type { FormValues } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { isSecondLine, mustNotAudit, mustOwnRisk } from '../authority.ts'
import { redraw } from '../drawn.ts'
import { LONGEST_TEXT } from '../limits.ts'
import { mustBeFresh } from '../path/close.ts'
import { dateIn } from '../rules/date-in.ts'
import { gradesOf, levelOfGrade, standingGrade } from '../rules/grade.ts'
import { nextReview } from '../rules/next-review.ts'
import { writeRisk } from '../rules/reference.ts'
import { everyOf } from '../rules/review-rhythm.ts'
import { changeRisk, type Risk } from '../store/risks.ts'
import { settingsOf } from '../store/settings.ts'
import { shown } from '../views/show.ts'
import { holdRisk, mustAllow, riskOf } from '../which.ts'
import { reviewForm } from './cards/review-form.ts'
import { reviewWords } from './messages/review.ts'

/** `/risk review R-3`, and the button. */
export async function askToReview(ctx: Asking, risk: Risk): Promise<Reply> {
  await mayReview(ctx, risk)
  mustAllow(ctx, risk, 'review')
  return ask(reviewForm(ctx.locale, risk, await datesOf(ctx, risk)))
}

/** Two at once come one after the other; the second one is told. */
export async function review(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const risk = await holdRisk(ctx, (await riskOf(ctx, context)).id)
  await mayReview(ctx, risk)
  mustAllow(ctx, risk, 'review')
  mustBeFresh(ctx, risk, context)
  const dates = await datesOf(ctx, risk)
  const { note, next } = readReview(ctx, values, dates)
  const nextOn = next && toDateColumn(next)
  const isDue = risk.nextReviewOn && Temporal.PlainDate.compare(fromDateColumn(risk.nextReviewOn), dates.today) <= 0
  await ctx.db.riskReview.create({
    data: {
      ...{ workspaceId: ctx.workspace.id, riskId: risk.id, note, nextOn, dueOn: isDue ? risk.nextReviewOn : null },
      ...{ at: toDate(ctx.now), byId: ctx.actor.id },
    },
  })
  const detail = { dueOn: risk.nextReviewOn?.toISOString().slice(0, 10) ?? null, nextOn: next?.toString() ?? null }
  await record(ctx, { action: 'risk.reviewed', subject: `risk:${risk.id}`, detail })
  const change = { nextReviewOn: nextOn, reviewToldOn: null, reviewToldId: null }
  const after = await changeRisk(ctx.db, risk, change)
  await redraw(ctx, after)
  const words = reviewWords[ctx.locale]
  const reference = writeRisk(risk.number)
  return shown(ctx, after, textIn(values, 'still') === 'no' ? words.reviewedNot(reference) : words.reviewed(reference))
}

/** Whoever may change it, and whoever was asked in the owner's place. */
async function mayReview(ctx: Asking, risk: Risk): Promise<void> {
  mustNotAudit(ctx)
  if (risk.reviewToldId !== ctx.actor.id) await mustOwnRisk(ctx, risk)
}

export type Dates = { today: Temporal.PlainDate; preset: Temporal.PlainDate | null; last: Temporal.PlainDate }

/** The rhythm of its level proposes the next day; only the second line puts it off for longer, up to a year. */
async function datesOf(ctx: Asking, risk: Risk): Promise<Dates> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const today = localDateOf(ctx.now, settings.timeZone)
  const grade = standingGrade(gradesOf(risk))
  const preset = grade && nextReview(today, everyOf(levelOfGrade(grade), settings))
  return { today, preset, last: isSecondLine(ctx) || !preset ? today.add({ years: 1 }) : preset }
}

function readReview({ locale }: Asking, values: FormValues, { today, preset, last }: Dates) {
  const words = reviewWords[locale]
  const errors: Record<string, string> = {}
  const note = textIn(values, 'note')
  if (!['yes', 'no'].includes(textIn(values, 'still'))) errors.still = words.stillEmpty
  if (note.length > LONGEST_TEXT) errors.note = words.tooLong(LONGEST_TEXT, note.length)
  const next = dateIn(values, 'next')
  const isAbsent = next === null && preset === null && textIn(values, 'next') === ''
  const isIn = next && Temporal.PlainDate.compare(next, today) > 0 && Temporal.PlainDate.compare(next, last) <= 0
  if (!isIn && !isAbsent) errors.next = words.nextWrong(sayDate(last, locale))
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return { note: note || null, next }
}
