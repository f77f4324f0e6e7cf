import type { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../../calendar/occurrences.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { type Asked, isAsked } from './attendance.ts'
import { ask, whoIsAsked } from './begin-run.ts'
import { cardLink } from './cards/channel-card.ts'
import { note } from './cards/names.ts'
import { lockedToLead } from './led.ts'
import { peopleOf, planNext } from './meetings.ts'
import { refusals } from './messages/refusals.ts'
import { reportWords } from './messages/reports.ts'
import { settingsWords } from './messages/settings.ts'
import { runOn } from './store/runs.ts'
import type { Standup } from './store/standups.ts'

/** Today's, now: everybody who is here is asked at once, in whatever zone they are. */
export async function startNow(ctx: Asking, { id }: Standup): Promise<Reply> {
  const say = refusals[ctx.locale]
  const standup = await lockedToLead(ctx, id)
  if (standup.state === 'paused') throw new UserError(say.startPaused(standup.name))
  const date = localDateOf(ctx.now, standup.timeZone)
  const held = await runOn(ctx.db, id, date)
  if (held?.state === 'open') return alreadyOn(ctx, standup, held.id)
  if (held) throw new UserError(say.heldAlready(standup.name))
  const asked = await everybodyNow(ctx, standup, date)
  if (!asked.some(isAsked)) throw new UserError(say.everybodyAway(standup.name))

  const run = await ask(ctx, standup, { date, asked })
  await planNext(ctx, standup)
  const { started } = settingsWords[ctx.locale]
  const card = note(ctx.locale, started(standup.name), { tone: 'good' })
  return show({ ...card, blocks: [...card.blocks, cardLink(run, reportWords[ctx.locale].seeCard)] })
}

async function everybodyNow(ctx: Asking, standup: Standup, date: Temporal.PlainDate): Promise<Asked[]> {
  const asked = await whoIsAsked(ctx, standup, { date, people: await peopleOf(ctx, standup) })
  return asked.map((one) =>
    one.state === 'later' || one.state === 'excused' ? { ...one, state: 'due', promptAt: ctx.now } : one,
  )
}

function alreadyOn(ctx: Asking, { name }: Standup, runId: string): Reply {
  const card = note(ctx.locale, refusals[ctx.locale].onAlready(name), { tone: 'warning' })
  return show({ ...card, blocks: [...card.blocks, cardLink({ id: runId }, reportWords[ctx.locale].seeCard)] })
}
