import { Temporal } from 'temporal-polyfill'
import { toDate } from '../../../calendar/instant.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import { readDate } from '../../../calendar/read-date.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { pngOf } from '../../../pictures/png.ts'
import { mustBeColleague } from '../authority.ts'
import { settingsOf } from '../store/settings.ts'
import { allFound } from '../views/all-found.ts'
import { mapCard } from './cards/map-card.ts'
import { drawnMap } from './drawn.ts'
import { mapWords } from './messages/map.ts'

/** `/risk map`, `/risk map category:Legal since:2026-11-16`: where the open risks stand, and where they came from. */
export async function map(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const words = mapWords[ctx.locale]
  const { since: english, 自: typed = english, ...options } = line.options
  const risks = await allFound(ctx, { ...line, options })
  const drawn = await drawnMap(ctx, risks, typed === undefined ? null : await dayIn(ctx, typed))
  if (!drawn) return show(noteCard(ctx.locale, words.empty, { hints: [words.emptyHint] }))

  const { shown, svg, alt } = drawn
  const name = `risks-${toDate(ctx.now).toISOString().slice(0, 10)}.png`
  return { kind: 'card', card: mapCard(ctx.locale, shown), file: { name, png: await pngOf(svg), alt } }
}

async function dayIn(ctx: Asking, typed: string): Promise<Temporal.PlainDate> {
  const { timeZone } = await settingsOf(ctx.db, ctx.workspace.id)
  const today = localDateOf(ctx.now, timeZone)
  const day = readDate(typed, today)
  if (day && Temporal.PlainDate.compare(day, today) <= 0) return day
  throw new UserError(mapWords[ctx.locale].badSince(typed.slice(0, 40)))
}
