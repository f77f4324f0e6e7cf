import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime, sayDay } from '../../../calendar/say.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { keyResultName, valueWords } from '../cards/lines.ts'
import { currentOf, inOrder } from '../rules/current.ts'
import { type CheckIn, historyOf } from '../store/check-ins.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { lookWords } from './messages/looking.ts'

const MOST_SHOWN = 25

/** Every check-in, the latest first, with who wrote it when, and which of them counts. */
export async function history(ctx: Asking, keyResult: KeyResultWithObjective): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const all = await historyOf(ctx.db, [keyResult.id])
  const title = words.historyTitle(keyResultName(keyResult))
  if (all.length === 0) return show(noteCard(ctx.locale, words.historyEmpty, { title }))
  const writers = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(all.flatMap(({ byId }) => byId ?? []))])
  const names = new Map(writers.map(({ id, name }) => [id, name]))
  const counts = currentOf(all)
  const items = inOrder(all)
    .toReversed()
    .slice(0, MOST_SHOWN)
    .map((one) => lineOf(ctx, keyResult, { one, all, names, isCurrent: one.id === counts?.id }))
  return show({ locale: ctx.locale, title, summary: title, blocks: [{ kind: 'list', items }] })
}

type Line = { one: CheckIn; all: readonly CheckIn[]; names: ReadonlyMap<string, string>; isCurrent: boolean }

function lineOf(ctx: Asking, keyResult: KeyResultWithObjective, { one, all, names, isCurrent }: Line): string {
  const words = lookWords[ctx.locale]
  const who = one.byId ? (names.get(one.byId) ?? words.somebody) : one.source === 'kpi' ? words.kpi : words.program
  const date = sayDay(Temporal.PlainDate.from(one.forDate), ctx.locale)
  const at = sayDateTime(toInstant(one.at), ctx.actor.timeZone, ctx.locale)
  // Written after something about a later day: the record was corrected.
  const isCorrection = all.some(({ seq, forDate }) => seq < one.seq && forDate > one.forDate)
  return [
    words.historyLine(date, valueWords(ctx.locale, { keyResult, value: one.value }), who, at),
    ...(one.confidence === null ? [] : [words.confidence(one.confidence)]),
    ...(isCurrent ? [words.counts] : []),
    ...(isCorrection ? [words.correction] : []),
    ...(one.note ? [`“${one.note}”`] : []),
  ].join(' · ')
}
