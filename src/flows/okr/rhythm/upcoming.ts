import { Temporal } from 'temporal-polyfill'
import { localDateOf, nextOccurrence } from '../../../calendar/occurrences.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'
import type { Context, Upcoming } from '../../../flow.ts'
import { keyResultName } from '../cards/lines.ts'
import { liveOf } from '../check-in/store/mine.ts'
import { nextDue } from '../rules/rhythm.ts'
import { spanOf } from '../store/cycles.ts'
import { settingsOf } from '../store/settings.ts'
import { roundWords } from './messages/round.ts'
import { planRoundsOf } from './plan-round.ts'
import { rhythmOf, teamsOf } from './rhythm-of.ts'
import { unplanned } from './store/involved.ts'

/** The check-ins of this member that will be due, at the rounds in which they will be asked. */
export async function upcoming(ctx: Context, member: Member, until: Temporal.Instant): Promise<Upcoming[]> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const rhythms = await teamsOf(ctx.db, ctx.workspace.id)
  const { timeZone, workingDays } = member
  const schedule = { timeZone, time: settings.time, days: workingDays, holidays: settings.holidays }
  const today = localDateOf(ctx.now, timeZone)
  const found = (await liveOf(ctx.db, ctx.workspace.id, [member.id])).flatMap((keyResult) => {
    const { startsOn, endsOn } = spanOf(keyResult.objective.cycle)
    const due = nextDue(rhythmOf(keyResult.objective, rhythms, settings), startsOn, today.subtract({ days: 1 }))
    if (!due || Temporal.PlainDate.compare(due, endsOn) > 0) return []
    const dawn = due.toZonedDateTime({ timeZone }).toInstant()
    const from = Temporal.Instant.compare(dawn, ctx.now) > 0 ? dawn.subtract({ milliseconds: 1 }) : ctx.now
    const next = nextOccurrence(schedule, from)
    if (!next || Temporal.Instant.compare(next.at, until) > 0) return []
    return { at: next.at, what: roundWords[nearestLocale(member.locale)].upcoming(keyResultName(keyResult)) }
  })
  return found.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** Whoever is involved and has no round to come gets one. */
export async function repair(ctx: Context): Promise<number> {
  const members = await unplanned(ctx.db, ctx.workspace.id)
  await planRoundsOf(ctx, members)
  return members.length
}
