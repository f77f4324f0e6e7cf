import { FieldErrors } from '../../errors.ts'
import { type Asking, ask, nothing, type Reply, type Submission, show } from '../../flow.ts'
import { readAnswer } from './answer-values.ts'
import { myPart } from './answerable.ts'
import { resolveMine } from './blockers.ts'
import { answerForm, LONGEST_IN_FORM, RESOLVED_FIELD } from './cards/answer-form.ts'
import { changedCard, privateCard } from './cards/private-card.ts'
import { wrongAnswer } from './cards/wrong-answer.ts'
import { answeringWords } from './messages/answering.ts'
import { runWords } from './messages/run.ts'
import { haveAnswered, recordAnswers } from './record-answers.ts'
import { openBlockersOf } from './store/blockers.ts'
import { type Attendee, type Run, runById } from './store/runs.ts'
import type { Question } from './store/standups.ts'

/** The button: my form, with what I have answered so far. */
export async function openAnswers(ctx: Asking, runId: string): Promise<Reply> {
  const part = await myPart(ctx, runId)
  const blockers = await openBlockersOf(ctx.db, part.run.standupId, ctx.actor.id)
  const fromBefore = blockers.filter((blocker) => blocker.runId !== part.run.id)
  return ask(answerForm(ctx.locale, part, fromBefore))
}

export async function submitAnswers(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const { run, attendee } = await myPart(ctx, context)
  const given = readAll(ctx, { run, attendee }, values)

  await recordAnswers(ctx, run, { attendee, given })
  await resolveMine(ctx, run.standupId, listOf(values[RESOLVED_FIELD]))
  await haveAnswered(ctx, run, attendee)
  return attendee.entry.state === 'answered' ? show(changedCard(ctx.locale, run)) : thanks(ctx, run)
}

type Part = { run: Run; attendee: Attendee }

function readAll(ctx: Asking, { run, attendee }: Part, values: Submission['values']): Map<string, string | null> {
  const errors: Record<string, string> = {}
  const given = new Map<string, string | null>()
  for (const question of run.questions) {
    const typed = values[question.id]
    if (typeof typed !== 'string' || typed.trim() === '') {
      given.set(question.id, keptInFull(question, attendee))
      continue
    }
    const read = readAnswer(question, typed, runWords[ctx.locale].moods)
    if ('problem' in read) errors[question.id] = wrongAnswer(question, read.problem, ctx.locale)
    else given.set(question.id, read.value)
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  if ([...given.values()].every((answer) => answer === null)) {
    throw new FieldErrors({ [run.questions[0]?.id ?? '']: answeringWords[ctx.locale].empty })
  }
  return given
}

/** An answer that was too long for the form stays as it is when its field comes back empty. */
function keptInFull(question: Question, { entry }: Attendee): string | null {
  const present = entry.answers.find((answer) => answer.questionId === question.id)?.text ?? null
  return present !== null && present.length > LONGEST_IN_FORM ? present : null
}

/** Where the private card stands and says thank you itself, no more is said. */
async function thanks(ctx: Asking, { id, standup }: Run): Promise<Reply> {
  if (!ctx.channel && standup.promptIn !== 'channel') return nothing
  const run = await runById(ctx.db, ctx.workspace.id, id)
  const mine = run?.people.find(({ member }) => member.id === ctx.actor.id)
  return run && mine ? show(privateCard(run, mine)) : nothing
}

const listOf = (value: Submission['values'][string] | undefined): readonly string[] =>
  Array.isArray(value) ? value : []
