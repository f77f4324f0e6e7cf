import { localDateOf } from '../../calendar/occurrences.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { memberById, membersByIds } from '../../people/members.ts'
import { memberHistoryCard, teamHistoryCard } from './cards/history-card.ts'
import { note } from './cards/names.ts'
import { refusals } from './messages/refusals.ts'
import { reportWords } from './messages/reports.ts'
import { mustBelong } from './permissions.ts'
import { entriesSince } from './store/history.ts'
import type { Standup } from './store/standups.ts'
import { withStandup } from './which.ts'

const USUAL_DAYS = 30
const MOST_DAYS = 366

type Asked = { days: number; memberId: string | undefined }

/** `/standup history`, `… @mei`, `… Daily 90`: facts for the team, by name. */
export function historyByCommand(ctx: Asking, line: CommandLine): Promise<Reply> {
  const words = [...line.words]
  const days = /^\d+$/u.test(words.at(-1) ?? '') ? Number(words.pop()) : USUAL_DAYS
  if (days < 1 || days > MOST_DAYS) throw new UserError(refusals[ctx.locale].badDays(MOST_DAYS))
  if (line.people.length > 1) throw new UserError(refusals[ctx.locale].oneMember)

  const asked = { days, memberId: line.people[0] }
  const meant = { typed: words.join(' '), action: 'standup.history' }
  return withStandup(ctx, meant, (_, standup) => showHistory(ctx, standup, asked))
}

export const historyByButton = (ctx: Asking, standup: Standup): Promise<Reply> =>
  showHistory(ctx, standup, { days: USUAL_DAYS, memberId: undefined })

async function showHistory(ctx: Asking, standup: Standup, { days, memberId }: Asked): Promise<Reply> {
  mustBelong(ctx, standup)
  const since = localDateOf(ctx.now, standup.timeZone).subtract({ days })
  const entries = await entriesSince(ctx.db, standup.id, since)
  if (memberId) return ofMember(ctx, standup, { memberId, days, entries })
  if (entries.length === 0) return show(note(ctx.locale, reportWords[ctx.locale].historyNone(standup.name)))

  const ids = [...new Set(entries.map((entry) => entry.memberId))]
  const members = await membersByIds(ctx.db, ctx.workspace.id, ids)
  return show(teamHistoryCard(ctx.locale, standup, { days, entries, members }))
}

type OfMember = { memberId: string; days: number; entries: Awaited<ReturnType<typeof entriesSince>> }

async function ofMember(ctx: Asking, standup: Standup, { memberId, days, entries }: OfMember): Promise<Reply> {
  const member = await memberById(ctx.db, ctx.workspace.id, memberId)
  const theirs = entries.filter((entry) => entry.memberId === memberId)
  if (!member || theirs.length === 0) {
    throw new UserError(refusals[ctx.locale].notParticipant(member?.name ?? '?', standup.name))
  }
  return show(memberHistoryCard(ctx.locale, standup, { days, entries: theirs, member }))
}
