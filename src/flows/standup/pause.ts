import { record } from '../../audit/record.ts'
import { sayDateTime } from '../../calendar/say.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { note } from './cards/names.ts'
import { lockedToLead } from './led.ts'
import { planNext } from './meetings.ts'
import { refusals } from './messages/refusals.ts'
import { settingsWords } from './messages/settings.ts'
import { type Standup, setState } from './store/standups.ts'

/** Nobody is asked any more; what is on now goes on to its end. */
export async function pause(ctx: Asking, { id }: Standup): Promise<Reply> {
  const standup = await lockedToLead(ctx, id)
  if (standup.state !== 'active') throw new UserError(refusals[ctx.locale].pausedAlready(standup.name))

  await planNext(ctx, await setState(ctx.db, standup, { state: 'paused', pausedWhy: null }))
  await record(ctx, { action: 'standup.paused', subject: `standup:${id}` })
  const words = settingsWords[ctx.locale]
  const resume = { label: words.resume, action: 'standup.resume', value: id }
  return show(note(ctx.locale, words.nowPaused(standup.name), { buttons: [resume] }))
}

export async function resume(ctx: Asking, { id }: Standup): Promise<Reply> {
  const say = refusals[ctx.locale]
  const standup = await lockedToLead(ctx, id)
  if (standup.state !== 'paused') throw new UserError(say.notPaused(standup.name))
  const channel = await ctx.db.channel.findUnique({ where: { id: standup.channelId } })
  if (channel?.closedAt) throw new UserError(say.channelClosed(channel.name))

  const next = await planNext(ctx, await setState(ctx.db, standup, { state: 'active', pausedWhy: null }))
  await record(ctx, { action: 'standup.resumed', subject: `standup:${id}` })
  const words = settingsWords[ctx.locale]
  const when = next ? sayDateTime(next.at, standup.timeZone, ctx.locale) : words.neverNext
  return show(note(ctx.locale, words.nowResumed(standup.name, when), { tone: 'good' }))
}
