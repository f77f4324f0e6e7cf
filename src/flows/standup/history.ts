import type { Temporal } from 'temporal-polyfill'
import { localDateOf } from '../../calendar/occurrences.ts'
import { type Period, readPeriod } from '../../calendar/read-period.ts'
import { sayDateRange } from '../../calendar/say.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { memberById, membersByIds } from '../../people/members.ts'
import { memberHistoryCard, teamHistoryCard } from './cards/history-card.ts'
import { note } from './cards/names.ts'
import { refusals } from './messages/refusals.ts'
import { reportWords } from './messages/reports.ts'
import { mustBelong } from './permissions.ts'
import { entriesOf, type PastEntry } from './store/history.ts'
import type { Standup } from './store/standups.ts'
import { withStandup } from './which.ts'

const USUAL_DAYS = 30
const MOST_DAYS = 366

/** What time is asked about, in dates of the stand-up's zone. */
type Time = number | string
type Asked = { time: Time; memberId: string | undefined }

/** `/standup history`, `… @mei`, `… Daily 90`, `… Daily last week`: facts for the team, by name. */
export function historyByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  if (line.people.length > 1) throw new UserError(refusals[ctx.locale].oneMember)
  const { typed, time } = timeIn(line.words, localDateOf(ctx.now, ctx.actor.timeZone))
  if (typeof time === 'number' && (time < 1 || time > MOST_DAYS))
    throw new UserError(refusals[ctx.locale].badDays(MOST_DAYS))

  const asked = { time, memberId: line.people[0] }
  return withStandup(ctx, { typed, action: 'standup.history' }, (_, standup) => showHistory(ctx, standup, asked))
}

export const historyByButton = (ctx: Asking, standup: Standup): Promise<Reply> =>
  showHistory(ctx, standup, { time: USUAL_DAYS, memberId: undefined })

/** What the last words say of time, and those before it: so many days, or a period. */
function timeIn(words: readonly string[], today: Temporal.PlainDate): { typed: string; time: Time } {
  const last = words.at(-1) ?? ''
  if (/^\d+$/u.test(last)) return { typed: words.slice(0, -1).join(' '), time: Number(last) }
  for (const count of [2, 1]) {
    const time = words.slice(-count).join(' ')
    if (words.length >= count && readPeriod(time, today)) return { typed: words.slice(0, -count).join(' '), time }
  }
  return { typed: words.join(' '), time: USUAL_DAYS }
}

async function showHistory(ctx: Asking, standup: Standup, { time, memberId }: Asked): Promise<Reply> {
  mustBelong(ctx, standup)
  const { period, when } = timeOf(ctx, standup, time)
  const entries = (await entriesOf(ctx.db, [standup.id], period)).get(standup.id) ?? []
  if (memberId) return ofMember(ctx, standup, { memberId, when, entries })
  if (entries.length === 0) return show(note(ctx.locale, reportWords[ctx.locale].historyNone(standup.name)))

  const ids = [...new Set(entries.map((entry) => entry.memberId))]
  const members = await membersByIds(ctx.db, ctx.workspace.id, ids)
  return show(teamHistoryCard(ctx.locale, standup, { when, entries, members }))
}

function timeOf(ctx: Asking, standup: Standup, time: Time): { period: Period; when: string } {
  const today = localDateOf(ctx.now, standup.timeZone)
  if (typeof time === 'number')
    return { period: { from: today.subtract({ days: time }), to: today }, when: reportWords[ctx.locale].lastDays(time) }
  const period = readPeriod(time, today)
  if (!period) throw new UserError(reportWords[ctx.locale].historyNone(standup.name))
  return { period, when: sayDateRange(period.from, period.to, ctx.locale) }
}

type OfMember = { memberId: string; when: string; entries: readonly PastEntry[] }

async function ofMember(ctx: Asking, standup: Standup, { memberId, when, entries }: OfMember): Promise<Reply> {
  const member = await memberById(ctx.db, ctx.workspace.id, memberId)
  const theirs = entries.filter((entry) => entry.memberId === memberId)
  if (!member || theirs.length === 0) {
    throw new UserError(refusals[ctx.locale].notParticipant(member?.name ?? '?', standup.name))
  }
  return show(memberHistoryCard(ctx.locale, standup, { when, entries: theirs, member }))
}
