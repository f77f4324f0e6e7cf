import { Temporal } from 'temporal-polyfill'
import { sayDate } from '../../../calendar/say.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { keyResultName, objectiveName, progressWords, scoreWords } from '../cards/lines.ts'
import { standingsOf } from '../standing.ts'
import type { CheckIn } from '../store/check-ins.ts'
import { spanOf, todayIn } from '../store/cycles.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { settingsOf } from '../store/settings.ts'
import { updateWords } from './messages/update.ts'
import { written } from './read-form.ts'
import type { Outcome } from './record.ts'

type Recorded = Extract<Outcome, { kind: 'recorded' }>

/** Old → new, the scores, and whatever was remarkable about it. */
export async function checkedIn(
  ctx: Asking,
  keyResult: KeyResultWithObjective,
  recorded: Recorded,
  hints: readonly string[] = [],
): Promise<Reply> {
  const words = updateWords[ctx.locale]
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const [standing] = await standingsOf(ctx.db, [keyResult.objective], { now: ctx.now, settings })
  const own = standing?.keyResults.find((one) => one.keyResult.id === keyResult.id)
  const said = moved(ctx, keyResult, recorded)
  const blocks = [
    ...(own
      ? [{ kind: 'text' as const, text: `${progressWords(ctx.locale, own)} · ${scoreWords(ctx.locale, own)}` }]
      : []),
    ...(standing
      ? [
          {
            kind: 'text' as const,
            text: words.objectiveNow(objectiveName(keyResult.objective), scoreWords(ctx.locale, standing)),
          },
        ]
      : []),
  ]
  const remarks = [...hints, ...(await remarksOn(ctx, keyResult, recorded))]
  const buttons = [
    { label: words.correct, action: 'okr.check-in', value: keyResult.id },
    { label: words.show, action: 'okr.show', value: keyResult.objectiveId },
  ]
  return show(noteCard(ctx.locale, said, { tone: 'good', blocks, hints: remarks, buttons }))
}

function moved(ctx: Asking, keyResult: KeyResultWithObjective, { before, current }: Recorded): string {
  const words = updateWords[ctx.locale]
  const name = keyResultName(keyResult)
  const [was, is] = [written(ctx, keyResult, before?.value ?? keyResult.start), written(ctx, keyResult, current.value)]
  return was === is ? words.same(name, is) : words.done(name, was, is)
}

async function remarksOn(ctx: Asking, keyResult: KeyResultWithObjective, recorded: Recorded): Promise<string[]> {
  const words = updateWords[ctx.locale]
  const { current, forDate } = recorded
  const { cycle } = keyResult.objective
  const isCurrent = current.forDate === forDate.toString()
  return [
    ...(isCurrent ? [] : [words.correction(sayDate(forDate, ctx.locale), written(ctx, keyResult, current.value))]),
    ...(isOutside(keyResult, current) ? [words.outside] : []),
    ...dayRemark(ctx, { cycle, forDate }),
  ]
}

/** Says by whose calendar it counts, where somebody could expect another day. */
function dayRemark(
  ctx: Asking,
  { cycle, forDate }: { cycle: KeyResultWithObjective['objective']['cycle']; forDate: Temporal.PlainDate },
): string[] {
  const words = updateWords[ctx.locale]
  const { endsOn } = spanOf(cycle)
  const today = todayIn(cycle, ctx.now)
  const date = sayDate(forDate, ctx.locale)
  const isOver = Temporal.PlainDate.compare(today, endsOn) > 0
  if (isOver && forDate.equals(endsOn)) return [words.lastDay(cycle.name, date, cycle.timeZone)]
  const own = ctx.now.toZonedDateTimeISO(ctx.actor.timeZone).toPlainDate()
  return forDate.equals(today) && !own.equals(today) ? [words.otherDay(date, cycle.timeZone)] : []
}

function isOutside({ start, target, kind }: KeyResultWithObjective, { value }: CheckIn): boolean {
  return (
    kind !== 'milestone' && start !== target && (value < Math.min(start, target) || value > Math.max(start, target))
  )
}
