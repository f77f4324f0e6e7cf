import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../../calendar/holidays.ts'
import { toDate } from '../../../calendar/instant.ts'
import { occurrenceOn } from '../../../calendar/occurrences.ts'
import type { Member } from '../../../database/types.ts'
import type { Context, Due as Timer } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import type { Person } from '../../../people/around.ts'
import { isColleague, memberById } from '../../../people/members.ts'
import { settingsOf } from '../store/settings.ts'
import { drawRound } from './draw-round.ts'
import { type Due, heldDueOf, personOf, riskIdsOf } from './due.ts'
import { escalateOverdue } from './overdue.ts'
import { MORNING, planRounds } from './plan-round.ts'
import { addRound, involved, roundKey } from './store/rounds.ts'

/**
 * What an owner is asked and reminded of about risks, in one message a day at most; whoever stands in is asked while they
 * are away. A late one looks at the present as well: it asks once, however many days nobody was there to ask.
 */
export async function roundOnTime(ctx: Context, { subject }: Timer): Promise<void> {
  const owner = await memberById(ctx.db, ctx.workspace.id, subject)
  if (!owner || !isColleague(owner)) return
  if ((await involved(ctx.db, ctx.workspace.id, [owner.id])).length === 0) return
  await planRounds(ctx, [owner])
  const person = await personOf(ctx, owner)
  if (!person || !(await isMorning(ctx, owner, person))) return
  const readerId = person.isAway(person.today) ? person.standInId : owner.id
  if (readerId) await tell(ctx, { owner, person, readerId })
  await escalateOverdue(ctx, owner)
}

/** On a working day of theirs; a late one of yesterday does not wake anybody. */
async function isMorning(ctx: Context, { workingDays, timeZone }: Member, { today }: Person): Promise<boolean> {
  const { holidays } = await settingsOf(ctx.db, ctx.workspace.id)
  const begins = occurrenceOn(today, MORNING, timeZone)
  return isWorkday(holidays, today, workingDays) && Temporal.Instant.compare(ctx.now, begins) >= 0
}

type Telling = { owner: Member; person: Person; readerId: string }

async function tell(ctx: Context, { owner, person, readerId }: Telling): Promise<void> {
  const due = untold(await heldDueOf(ctx, owner.id, person.today), readerId)
  const told = {
    reviews: due.reviews.map(({ id }) => id),
    actions: due.actions.map(({ id }) => id),
    ending: due.ending.map(({ id }) => id),
    risks: riskIdsOf(due),
  }
  if (told.risks.length === 0) return
  const round = { memberId: owner.id, date: person.today.toString(), readerId, told }
  if (!(await addRound(ctx, round))) return
  await noteTold(ctx, due, readerId)
  await say(ctx, { key: roundKey(round), to: { person: readerId }, card: await drawRound(ctx, round) })
}

/** What this reader was not asked for this date so far. */
function untold({ reviews, actions, ending }: Due, readerId: string): Due {
  const isOne = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime()
  return {
    reviews: reviews.filter((one) => one.reviewToldId !== readerId || !isOne(one.reviewToldOn, one.nextReviewOn)),
    actions: actions.filter((one) => one.promptedId !== readerId || !isOne(one.promptedOn, one.dueOn)),
    ending,
  }
}

async function noteTold({ db, now }: Context, { reviews, actions, ending }: Due, readerId: string): Promise<void> {
  for (const { id, nextReviewOn } of reviews)
    await db.risk.update({ where: { id }, data: { reviewToldOn: nextReviewOn, reviewToldId: readerId } })
  for (const { id, dueOn } of actions)
    await db.riskAction.update({ where: { id }, data: { promptedOn: dueOn, promptedId: readerId } })
  await db.riskAcceptance.updateMany({
    where: { id: { in: ending.map(({ id }) => id) } },
    data: { warnedAt: toDate(now) },
  })
}
