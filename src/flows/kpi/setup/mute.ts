import { Temporal } from 'temporal-polyfill'
import { record } from '../../../audit/record.ts'
import { toDate, toInstant } from '../../../calendar/instant.ts'
import { readDate } from '../../../calendar/read-date.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { mustChange } from '../authority.ts'
import { muteWords } from '../messages/mute.ts'
import { changeKpi, type Kpi } from '../store/kpis.ts'
import { kpiCardFor } from '../views/show.ts'
import { retell } from '../watch/retell.ts'
import { holdLive } from '../which.ts'

const LONGEST_REASON = 200
const LONGEST_DAYS = 366

/** `/kpi mute revenue 2026-12-01 stocktaking`: until the beginning of that day, where whoever mutes it lives. */
export async function mute(ctx: Asking, { id }: Kpi, { words: typed }: CommandLine): Promise<Reply> {
  const kpi = await holdLive(ctx, id)
  await mustChange(ctx, kpi)
  const words = muteWords[ctx.locale]
  const { until, rest } = untilIn(ctx, typed)
  const reason = rest.join(' ').trim()
  if (!until) throw new UserError(words.badUntil((typed[0] ?? '').slice(0, 40)))
  if (Temporal.Instant.compare(until, ctx.now) <= 0) throw new UserError(words.past)
  if (Temporal.Instant.compare(until, ctx.now.add({ hours: LONGEST_DAYS * 24 })) > 0) throw new UserError(words.tooFar)
  if (reason === '') throw new UserError(words.why)
  if (reason.length > LONGEST_REASON) throw new UserError(words.longReason(LONGEST_REASON, reason.length))

  const muted = { mutedUntil: toDate(until), muteReason: reason, mutedById: ctx.actor.id }
  await retell(ctx, await changeKpi(ctx.db, kpi.id, muted))
  await record(ctx, { action: 'kpi.muted', subject: `kpi:${kpi.id}`, detail: { until: until.toString() } })
  return show(await kpiCardFor(ctx, kpi, words.muted(sayDateTime(until, ctx.actor.timeZone, ctx.locale))))
}

export async function unmute(ctx: Asking, { id }: Kpi): Promise<Reply> {
  const kpi = await holdLive(ctx, id)
  await mustChange(ctx, kpi)
  const words = muteWords[ctx.locale]
  const isMuted = kpi.mutedUntil && Temporal.Instant.compare(toInstant(kpi.mutedUntil), ctx.now) > 0
  if (!isMuted) throw new UserError(words.notMuted)

  await retell(ctx, await changeKpi(ctx.db, kpi.id, { mutedUntil: null, muteReason: null, mutedById: null }))
  await record(ctx, { action: 'kpi.unmuted', subject: `kpi:${kpi.id}` })
  return show(await kpiCardFor(ctx, kpi, words.unmuted))
}

/** One word or two that are a date, or a length such as `4h`; the rest is the reason. */
function untilIn(
  { now, actor }: Asking,
  typed: readonly string[],
): { until: Temporal.Instant | null; rest: readonly string[] } {
  const [first = ''] = typed
  const hours = /^(\d{1,4})(?:h|小时)$/.exec(first.normalize('NFKC').toLowerCase())?.[1]
  if (hours) return { until: now.add({ hours: Number(hours) }), rest: typed.slice(1) }
  const today = now.toZonedDateTimeISO(actor.timeZone).toPlainDate()
  for (const count of [2, 1]) {
    const date = readDate(typed.slice(0, count).join(' '), today)
    if (date && typed.length > count)
      return { until: date.toZonedDateTime(actor.timeZone).toInstant(), rest: typed.slice(count) }
  }
  return { until: readDate(first, today)?.toZonedDateTime(actor.timeZone).toInstant() ?? null, rest: typed.slice(1) }
}
