import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../../calendar/instant.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { isAdmin } from '../../people/members.ts'
import { type Condition, healthCard, type Late } from './cards/health.ts'
import { deadLettersFor } from './dead-letters.ts'
import { doingOf, messageOf, planOf } from './describe.ts'
import { connections, countDue, countUnsaid, lastPulse, lastRepair, oldestDue, oldestUnsaid } from './health-facts.ts'

/** Whatever is done within this time is not late. */
const LATE_AFTER_MINUTES = 1

export async function showHealth(ctx: Asking): Promise<Reply> {
  return show(healthCard(ctx.locale, await conditionOf(ctx)))
}

/** The card anew, in the place of the one whose button was pressed, with what has come of the press. */
export async function showHealthAfter(ctx: Asking, outcome: string): Promise<Reply> {
  return { kind: 'card', card: healthCard(ctx.locale, { ...(await conditionOf(ctx)), outcome }), replaces: true }
}

async function conditionOf(ctx: Asking): Promise<Condition> {
  const repair = await lastRepair(ctx)
  return {
    oldest: await oldestLate(ctx),
    due: await countDue(ctx),
    unsaid: await countUnsaid(ctx),
    pulse: await lastPulse(ctx),
    connections: await connections(ctx),
    repair: repair && { ...repair, flow: ctx.flows.find(({ name }) => name === repair.what)?.title[ctx.locale] },
    dead: await deadLettersFor(ctx),
    mayDecide: isAdmin(ctx.actor),
  }
}

async function oldestLate(ctx: Asking): Promise<Late | null> {
  const [timer, post] = [await oldestDue(ctx), await oldestUnsaid(ctx)]
  const found: Late[] = []
  // What it is about may be for few to know.
  const what = isAdmin(ctx.actor) ? planOf : doingOf
  if (timer) found.push({ what: what(ctx, timer), minutes: minutesSince(ctx, timer.dueAt), tries: timer.attempts })
  if (post) found.push({ what: messageOf(ctx, post), minutes: minutesSince(ctx, post.saidAt), tries: post.attempts })
  const [oldest] = found.filter(({ minutes }) => minutes >= LATE_AFTER_MINUTES).sort((a, b) => b.minutes - a.minutes)
  return oldest ?? null
}

const minutesSince = ({ now }: Asking, then: Date): number =>
  Temporal.Duration.from(toInstant(then).until(now)).total('minutes')
