import { sayDate } from '../../../../calendar/say.ts'
import type { Card } from '../../../../chat/card.ts'
import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { noteCard } from '../../../../chat/note-card.ts'
import type { Period } from '../../rules/cycles.ts'
import type { Cycle } from '../../store/cycles.ts'
import { spanOf } from '../../store/cycles.ts'
import { cycleWords } from '../messages/cycles.ts'

export type CycleLine = { cycle: Cycle; objectives: number; elapsed: number; closed: { by: string; on: string } | null }

export function cyclesCard(locale: Locale, lines: readonly CycleLine[]): Card {
  const words = cycleWords[locale]
  if (lines.length === 0) return noteCard(locale, words.none)
  const items = lines.map((line) => lineOf(locale, line))
  return { locale, title: words.title, summary: words.summary, blocks: [{ kind: 'list', items }] }
}

export function lineOf(locale: Locale, { cycle, objectives, elapsed, closed }: CycleLine): string {
  const words = cycleWords[locale]
  const state = closed ? words.closed(closed.by, closed.on) : runsFor(locale, elapsed)
  return [words.line(cycle.name, spanOf(cycle), cycle.timeZone), words.objectives(objectives), state].join(' · ')
}

function runsFor(locale: Locale, elapsed: number): string {
  const words = cycleWords[locale]
  if (elapsed === 0) return words.toCome
  return elapsed < 1 ? words.elapsed(elapsed) : words.over
}

export function newCycleForm(locale: Locale, { name, startsOn, endsOn }: Period, timeZone: string): Form {
  const words = cycleWords[locale]
  return {
    locale,
    id: 'okr.new-cycle',
    title: words.newTitle,
    submit: words.create,
    intro: words.zoneHint(timeZone),
    fields: [
      { kind: 'text', name: 'name', label: words.name, value: name },
      { kind: 'date', name: 'from', label: words.from, value: startsOn.toString() },
      { kind: 'date', name: 'to', label: words.to, value: endsOn.toString() },
    ],
  }
}

type Closing = { cycle: Cycle; unreviewed: number; isEarly: boolean }

export function closeCard(locale: Locale, { cycle, unreviewed, isEarly }: Closing): Card {
  const words = cycleWords[locale]
  const hints = [
    ...(isEarly ? [words.early(sayDate(spanOf(cycle).endsOn, locale))] : []),
    ...(unreviewed > 0 ? [words.unreviewed(unreviewed)] : []),
    words.closeText,
  ]
  return noteCard(locale, words.closeAsk(cycle.name), {
    tone: 'warning',
    hints,
    buttons: [{ label: words.close, action: 'okr.close-cycle', value: cycle.id, style: 'danger' }],
  })
}
