import { fromDateColumn } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import { sayDay } from '../../calendar/say.ts'
import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { refusals } from './messages/refusals.ts'
import { LATE_ANSWERS_DAYS, takesAnswers } from './rules.ts'
import { type Attendee, lockRun, type Run } from './store/runs.ts'

/** The actor's own part in a run, locked; refuses where there is none any more. */
export async function myPart(ctx: Asking, runId: string): Promise<{ run: Run; attendee: Attendee }> {
  const say = refusals[ctx.locale]
  const run = await lockRun(ctx.db, ctx.workspace.id, runId)
  if (!run) throw new UserError(say.gone)
  const { name, timeZone } = run.standup
  if (run.state === 'deleted' || run.standup.state === 'deleted') throw new UserError(say.deleted(name))
  const attendee = run.people.find(({ member }) => member.id === ctx.actor.id)
  if (!attendee || attendee.entry.state === 'left') throw new UserError(say.notIn(name))
  const date = fromDateColumn(run.date)
  if (!takesAnswers(date, localDateOf(ctx.now, timeZone))) {
    throw new UserError(say.tooOld(name, sayDay(date, ctx.locale), LATE_ANSWERS_DAYS))
  }

  return { run, attendee }
}
