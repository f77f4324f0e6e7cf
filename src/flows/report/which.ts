import { localDateOf } from '../../calendar/occurrences.ts'
import { readPeriod, weekOf } from '../../calendar/read-period.ts'
import type { Channel } from '../../database/types.ts'
import { UserError } from '../../errors.ts'
import type { Asking, Week } from '../../flow.ts'
import { isColleague } from '../../people/members.ts'
import { reportWords } from './messages/report.ts'

const MOST_DAYS = 92

export function mustBeColleague(ctx: Asking): void {
  if (!isColleague(ctx.actor)) throw new UserError(reportWords[ctx.locale].notForGuests)
}

/** What somebody typed, in their own dates; the last whole week where they typed nothing. */
export function weekMeant(ctx: Asking, typed: string): Week {
  const { timeZone } = ctx.actor
  const today = localDateOf(ctx.now, timeZone)
  if (typed.trim() === '') return { ...weekOf(today.subtract({ weeks: 1 })), timeZone }
  const period = readPeriod(typed, today)
  if (!period || period.from.until(period.to, { largestUnit: 'days' }).days >= MOST_DAYS)
    throw new UserError(reportWords[ctx.locale].badPeriod(typed.slice(0, 100)))
  return { ...period, timeZone }
}

/** As a button carries it; typed again it means the same. */
export const writeWeek = ({ from, to }: Week): string => `${from} ${to}`

export async function channelIn({ db, workspace, locale }: Asking, id: string): Promise<Channel> {
  const channel = await db.channel.findFirst({ where: { id, workspaceId: workspace.id, closedAt: null } })
  if (!channel) throw new UserError(reportWords[locale].noChannel)
  return channel
}

/** Without its sign. */
export const nameIn = ({ name }: Channel): string => name.replace(/^#/, '')
