import { toInstant } from '../../calendar/instant.ts'
import { sayDateTime } from '../../calendar/say.ts'
import { mention, type Span } from '../../chat/text.ts'
import type { Post, Timer } from '../../database/types.ts'
import type { Asking } from '../../flow.ts'
import { isAdmin, memberById } from '../../people/members.ts'
import type { DeadLetter, DeadLetters } from './cards/dead-letters.ts'
import { doingOf, isLasting, messageOf } from './describe.ts'
import { deadLetters } from './health-facts.ts'
import { healthWords } from './messages/health.ts'

const MOST_LISTED = 10

/** What was given up, the earliest first, without a word of what it says; for whom it was is told to administrators. */
export async function deadLettersFor(ctx: Asking): Promise<DeadLetters> {
  const { timers, posts, count } = await deadLetters(ctx, MOST_LISTED)
  const found = [
    ...timers.map((timer) => ({ at: timer.dueAt, letter: async () => timerLetter(ctx, timer) })),
    ...posts.map((post) => ({ at: post.givenUpAt ?? post.saidAt, letter: () => postLetter(ctx, post) })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime())
  const listed: DeadLetter[] = []
  for (const { letter } of found.slice(0, MOST_LISTED)) listed.push(await letter())
  return { listed, count }
}

function timerLetter(ctx: Asking, timer: Timer): DeadLetter {
  const due = sayDateTime(toInstant(timer.dueAt), ctx.actor.timeZone, ctx.locale)
  const words = healthWords[ctx.locale].timerLetter(doingOf(ctx, timer), due, timer.attempts)
  return { kind: 'timer', id: timer.id, words, ...(isLasting(ctx.flows, timer) && { isLasting: true }) }
}

async function postLetter(ctx: Asking, post: Post): Promise<DeadLetter> {
  const since = sayDateTime(toInstant(post.givenUpAt ?? post.saidAt), ctx.actor.timeZone, ctx.locale)
  const words = healthWords[ctx.locale].postLetter(messageOf(ctx, post), since)
  const place = isAdmin(ctx.actor) ? await placeOf(ctx, post) : null
  return { kind: 'post', id: post.id, words, ...(place && { place }) }
}

async function placeOf({ db, workspace }: Asking, { place }: Post): Promise<Span | null> {
  const [kind, id = ''] = place.split(':')
  if (kind === 'channel') {
    const channel = await db.channel.findFirst({ where: { id, workspaceId: workspace.id } })
    return channel && { channel: channel.id, name: channel.name }
  }
  const member = await memberById(db, workspace.id, id)
  return member && mention(member)
}
