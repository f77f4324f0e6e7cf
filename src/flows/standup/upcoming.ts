import { Temporal } from 'temporal-polyfill'
import { fromDateColumn, toInstant } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import type { Absence, Member } from '../../database/types.ts'
import type { Context, Upcoming } from '../../flow.ts'
import { absencesFrom } from '../../people/members.ts'
import { isAwayAt } from './attendance.ts'
import { isBefore, meetsOn, promptTime, zoneFor } from './rules.ts'
import { promptsToCome } from './store/answers.ts'
import { latestRunDate } from './store/runs.ts'
import { skippedFrom } from './store/skips.ts'
import { type Standup, standupsOfMember } from './store/standups.ts'

/** When each stand-up will ask this member; days off, absences, holidays and skipped ones are left out. */
export async function upcoming(ctx: Context, member: Member, until: Temporal.Instant): Promise<readonly Upcoming[]> {
  const today = localDateOf(ctx.now, member.timeZone).subtract({ days: 1 })
  const absences = await absencesFrom(ctx.db, [member.id], today)
  const skipped = await skippedFrom(ctx.db, member.id, today)
  const all: Upcoming[] = (await promptsToCome(ctx.db, member.id)).map(({ name, promptAt }) => ({
    at: toInstant(promptAt),
    what: name,
  }))
  for (const standup of await askingMember(ctx, member)) {
    const dates = await datesAhead(ctx, standup, { member, until, absences })
    for (const { date, at } of dates)
      if (!skipped.has(`${standup.id} ${date.toString()}`)) all.push({ at, what: standup.name })
  }
  return all.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

async function askingMember(ctx: Context, member: Member): Promise<Standup[]> {
  const theirs = await standupsOfMember(ctx.db, ctx.workspace.id, member.id)
  return theirs.filter(
    ({ state, participants }) => state === 'active' && participants.some(({ memberId }) => memberId === member.id),
  )
}

type Ahead = { member: Member; until: Temporal.Instant; absences: readonly Absence[] }

async function datesAhead(ctx: Context, standup: Standup, { member, until, absences }: Ahead) {
  const held = await latestRunDate(ctx.db, standup.id)
  const ahead: { date: Temporal.PlainDate; at: Temporal.Instant }[] = []
  let date = localDateOf(ctx.now, zoneFor(standup, member.timeZone))
  for (let at = promptTime(standup, member.timeZone, date); isBefore(at, until); ) {
    const isFree = !(held && Temporal.PlainDate.compare(date, fromDateColumn(held)) <= 0)
    const isAsked = meetsOn(standup, date) && !isAwayAt(member, at, { rhythm: standup, absences })
    if (isFree && isAsked && isBefore(ctx.now, at)) ahead.push({ date, at })
    date = date.add({ days: 1 })
    at = promptTime(standup, member.timeZone, date)
  }
  return ahead
}
