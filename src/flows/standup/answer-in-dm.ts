import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { isPass, readAnswer } from './answer-values.ts'
import { myPart } from './answerable.ts'
import { answeredCard, nextQuestionCard } from './cards/conversation.ts'
import { wrongAnswer } from './cards/wrong-answer.ts'
import { hasSaidSomething } from './close-run.ts'
import { runWords } from './messages/run.ts'
import { haveAnswered, haveSkipped, recordAnswers } from './record-answers.ts'
import { lateRun, waitingRun } from './store/answers.ts'
import { type Attendee, type Run, runById } from './store/runs.ts'
import type { Question } from './store/standups.ts'

/** How long after the digest a message still counts as a late answer; later than that only the form takes it. */
const LATE_MESSAGES_HOURS = 12

/** A message answers the next question of what waits for its writer; null when nothing does. */
export async function answerInWriting(ctx: Asking, text: string): Promise<Reply | null> {
  if (ctx.channel) return null
  const { db, actor, now } = ctx
  const runId =
    (await waitingRun(db, actor.id)) ?? (await lateRun(db, actor.id, now.subtract({ hours: LATE_MESSAGES_HOURS })))
  if (!runId) return null
  const { run, attendee } = await myPart(ctx, runId)
  const question = nextQuestion(run, attendee)
  if (!question) return null

  const answer = read(ctx, question, text)
  await recordAnswers(ctx, run, { attendee, given: new Map([[question.id, answer]]) })
  return goOnAsking(ctx, run, answer)
}

/** Null: passed over. */
function read(ctx: Asking, question: Question, text: string): string | null {
  if (isPass(text)) return null
  const answer = readAnswer(question, text, runWords[ctx.locale].moods)
  if ('problem' in answer) throw new UserError(wrongAnswer(question, answer.problem, ctx.locale))
  return answer.value
}

async function goOnAsking(ctx: Asking, { id }: Run, answer: string | null): Promise<Reply> {
  const { run, attendee } = await reread(ctx, id)
  const next = nextQuestion(run, attendee)
  const isLate = run.state !== 'open'
  if (hasSaidSomething(attendee) && (isLate || !next)) await haveAnswered(ctx, run, attendee)
  if (next) return show(nextQuestionCard(ctx.locale, run, { question: next, isPassed: answer === null }))
  if (!hasSaidSomething(attendee)) await haveSkipped(ctx, run, { entry: attendee.entry, reason: null })
  return show(answeredCard(ctx.locale, await reread(ctx, id)))
}

async function reread(ctx: Asking, runId: string): Promise<{ run: Run; attendee: Attendee }> {
  const run = await runById(ctx.db, ctx.workspace.id, runId)
  const attendee = run?.people.find(({ member }) => member.id === ctx.actor.id)
  if (!run || !attendee) throw new Error('A part in a run that was just locked is gone')
  return { run, attendee }
}

const nextQuestion = (run: Run, { entry }: Attendee): Question | undefined =>
  run.questions.find((question) => !entry.answers.some((answer) => answer.questionId === question.id))
