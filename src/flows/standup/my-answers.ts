import { localDateOf } from '../../calendar/occurrences.ts'
import { sayDateTime } from '../../calendar/say.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { openAnswers } from './answer.ts'
import { whichCard } from './cards/list-card.ts'
import { nextTime } from './meetings.ts'
import { refusals } from './messages/refusals.ts'
import { mustBeColleague } from './permissions.ts'
import { LATE_ANSWERS_DAYS } from './rules.ts'
import { type MyPart, partsOf } from './store/answers.ts'
import { type Brief, standupsFor } from './store/standups.ts'
import { named } from './which.ts'

/** My form: of what waits for me now, else of what I was asked last. */
export async function answerByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const typed = line.words.join(' ')
  const all = await standupsFor(ctx.db, ctx.workspace.id, ctx.actor.id)
  const meant = typed === '' ? all : [named(ctx, all, typed)]
  const parts = await latestParts(ctx, meant)
  const [only] = parts
  if (!only)
    throw new UserError(await whyNothing(ctx, typed === '' ? all.filter((standup) => standup.takesPart) : meant))
  if (parts.length === 1) return openAnswers(ctx, only.runId)

  const choices = parts.map((part) => ({
    id: part.runId,
    name: meant.find(({ id }) => id === part.standupId)?.name ?? '?',
  }))
  return show(whichCard(ctx.locale, choices, 'standup.answer'))
}

/** One for each stand-up, what was asked already before what is still to come; where some wait for an answer only those, of them those of this channel. */
async function latestParts(ctx: Asking, standups: readonly Brief[]): Promise<readonly MyPart[]> {
  const since = localDateOf(ctx.now, ctx.actor.timeZone).subtract({ days: LATE_ANSWERS_DAYS })
  const ids = new Map(standups.map((standup) => [standup.id, standup]))
  const mine = (await partsOf(ctx.db, ctx.actor.id, since)).filter((part) => ids.has(part.standupId))
  const dueFirst = [...mine.filter((part) => isWaiting(part) && part.state === 'due'), ...mine]
  const latest = dueFirst.filter((part, at) => dueFirst.findIndex((other) => other.standupId === part.standupId) === at)
  const waiting = latest.filter(isWaiting)
  const some = waiting.length > 0 ? waiting : latest
  const here = some.filter((part) => ids.get(part.standupId)?.channelId === ctx.channel?.id)
  return here.length > 0 ? here : some
}

const isWaiting = ({ runState, state }: MyPart): boolean =>
  runState === 'open' && (state === 'due' || state === 'later')

async function whyNothing(ctx: Asking, [first]: readonly Brief[]): Promise<string> {
  const say = refusals[ctx.locale]
  if (!first) return say.noneOfMine
  if (!first.takesPart) return say.notIn(first.name)
  const next = await nextTime(ctx, first.id)
  if (!next) return say.nothingToAnswer(first.name)
  return say.nothingToAnswerUntil(first.name, sayDateTime(next.at, ctx.actor.timeZone, ctx.locale))
}
