import { fromDateColumn } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import { sayDateTime } from '../../calendar/say.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { note } from './cards/names.ts'
import { statusCard } from './cards/status-card.ts'
import { nextTime } from './meetings.ts'
import { reportWords } from './messages/reports.ts'
import { type LatestRun, latestRunOf, standingsIn } from './store/standings.ts'
import type { Brief } from './store/standups.ts'
import { atAGlance } from './which.ts'

export const statusByCommand = (ctx: Asking, line: CommandLine): Promise<Reply> =>
  atAGlance(ctx, { typed: line.words.join(' '), action: 'standup.status' }, showStatus)

/** Who has answered today and who has not; on other days when it asks next. */
export async function showStatus(
  ctx: Asking,
  standup: Pick<Brief, 'id' | 'name' | 'timeZone' | 'promptIn'>,
): Promise<Reply> {
  const run = await latestRunOf(ctx.db, standup.id)
  if (run && isTodays(ctx, run, standup.timeZone)) {
    return show(statusCard(ctx.locale, { ...run, standup, people: await standingsIn(ctx.db, run.id) }))
  }
  const words = reportWords[ctx.locale]
  const next = await nextTime(ctx, standup.id)
  const hint = next ? { hint: words.nextTime(sayDateTime(next.at, standup.timeZone, ctx.locale)) } : {}
  return show(note(ctx.locale, words.notOn(standup.name), hint))
}

const isTodays = (ctx: Asking, run: LatestRun, timeZone: string): boolean =>
  run.state === 'open' || fromDateColumn(run.date).equals(localDateOf(ctx.now, timeZone))
