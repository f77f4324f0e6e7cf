import { localDateOf } from '../../calendar/occurrences.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { type Choice, whichCard } from './cards/list-card.ts'
import { refusals } from './messages/refusals.ts'
import { mustBeColleague, takesPart } from './permissions.ts'
import { skip } from './skip.ts'
import { meetingAhead, nothingToday, skippable } from './skippable.ts'
import { partsOf } from './store/answers.ts'
import { type Standup, standupsOfMember } from './store/standups.ts'

/** `/standup skip the dentist`: what waits for me now, else what is still to come today. */
export async function skipByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const reason = line.words.join(' ')
  const mine = (await standupsOfMember(ctx.db, ctx.workspace.id, ctx.actor.id)).filter((one) => takesPart(ctx, one))
  const choices = await nearby(ctx, mine)
  const [only] = choices
  if (!only) throw new UserError(await whyNone(ctx, mine))
  if (choices.length === 1) return skip(ctx, await skippable(ctx, only.id), reason)

  const withReason = choices.map(({ id, name }) => ({ id: `${id} ${reason}`.trim(), name }))
  return show(whichCard(ctx.locale, withReason, 'standup.skip'))
}

/** Those of this channel, where there are any. */
async function nearby(ctx: Asking, mine: readonly Standup[]): Promise<readonly Choice[]> {
  const waiting = await waitingNow(ctx, mine)
  const some = waiting.length > 0 ? waiting : await stillToCome(ctx, mine)
  const here = some.filter((choice) => choice.channelId === ctx.channel?.id)
  return here.length > 0 ? here : some
}

type Placed = Choice & { channelId: string }

async function waitingNow(ctx: Asking, mine: readonly Standup[]): Promise<Placed[]> {
  const yesterday = localDateOf(ctx.now, ctx.actor.timeZone).subtract({ days: 1 })
  const parts = await partsOf(ctx.db, ctx.actor.id, yesterday)
  return parts
    .filter(({ runState, state }) => runState === 'open' && state !== 'answered' && state !== 'skipped')
    .flatMap(({ runId, standupId }) => {
      const standup = mine.find(({ id }) => id === standupId)
      return standup ? [{ id: runId, name: standup.name, channelId: standup.channelId }] : []
    })
}

async function stillToCome(ctx: Asking, mine: readonly Standup[]): Promise<Placed[]> {
  const ahead: Placed[] = []
  for (const standup of mine) {
    if (await meetingAhead(ctx, standup)) ahead.push({ ...standup, channelId: standup.channelId })
  }
  return ahead
}

async function whyNone(ctx: Asking, mine: readonly Standup[]): Promise<string> {
  const [first] = mine.filter(({ channelId }) => channelId === ctx.channel?.id).concat(mine)
  return first ? nothingToday(ctx, first) : refusals[ctx.locale].noneOfMine
}
