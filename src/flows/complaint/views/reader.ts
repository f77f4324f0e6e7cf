import type { WorkingHours } from '../../../calendar/working-time.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Asking, Context } from '../../../flow.ts'
import type { Reader } from './cards/clock-line.ts'
import type { Standing } from './cards/standing.ts'

/** A channel reads in the workspace's language, and in the zone in which its work is counted. */
export function readerInChannel(
  ctx: Context,
  { owner }: Pick<Standing, 'owner'>,
  calendar: Pick<WorkingHours, 'timeZone'>,
): Reader {
  const isChosen = calendar.timeZone !== 'UTC'
  return {
    locale: nearestLocale(ctx.workspace.locale),
    timeZone: isChosen ? calendar.timeZone : (owner?.timeZone ?? 'UTC'),
  }
}

export const readerOf = ({ locale, timeZone }: { locale: string; timeZone: string }): Reader => ({
  locale: nearestLocale(locale),
  timeZone,
})

export const readerOfAsker = ({ actor, locale }: Asking): Reader => ({ locale, timeZone: actor.timeZone })
