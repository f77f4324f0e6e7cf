import type { Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { noteCard } from '../../../../chat/note-card.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { keyResultName, unitOf } from '../../cards/lines.ts'
import { type Reading, sayNumber } from '../../rules/read-number.ts'
import { whyUnclear } from '../../setup/read-key-result.ts'
import type { KeyResult } from '../../store/objectives.ts'
import { updateWords } from '../messages/update.ts'
import type { Line } from '../read-line.ts'

/** What a button can carry. */
const LONGEST_VALUE = 2_000
const LONGEST_LABEL = 70
const MOST_SHOWN = 10

/** What is carried from here into the form; the note as far as it fits, and all of it stands in the card. */
export type Carried = { value?: string; confidence?: string | null; note?: string }

export const carry = (id: string, carried: Carried): string => {
  const room = LONGEST_VALUE - JSON.stringify({ ...carried, note: '' }).length - id.length - 20
  const note = carried.note ?? ''
  let kept = note
  while (JSON.stringify(kept).length > room) kept = kept.slice(0, Math.max(0, kept.length - 50))
  return `${id} ${JSON.stringify({ ...carried, note: kept })}`
}

/** Several key results may be meant: which one. */
export function whichCard(locale: Locale, { meant, line }: { meant: readonly KeyResult[]; line: Line }): Card {
  const words = updateWords[locale]
  const buttons: Button[] = meant.slice(0, MOST_SHOWN).map((one) => ({
    label: shortened(keyResultName(one), LONGEST_LABEL),
    action: 'okr.check-in',
    value: carry(one.id, carriedIn(line)),
  }))
  return noteCard(locale, words.several(line.about.slice(0, 60)), { hints: lost(locale, line), buttons })
}

type Unclear = { keyResult: KeyResult; line: Line; reading: Reading; why?: string }

/** It cannot be read for sure: each reading is a button, which opens the form with it. */
export function askBackCard(locale: Locale, { keyResult, line, reading, why }: Unclear): Card {
  const words = updateWords[locale]
  const say = (value: number) => sayNumber(value, unitOf(keyResult), locale)
  const readings = reading.kind === 'unclear' ? (reading.readings ?? []) : []
  const because = why ?? whyNot(locale, { reading, line, say })
  const buttons: Button[] = [
    ...readings.map((value) => ({
      label: words.record(say(value)),
      action: 'okr.check-in',
      value: carry(keyResult.id, { ...carriedIn(line), value: say(value) }),
    })),
    { label: words.checkIn, action: 'okr.check-in', value: carry(keyResult.id, carriedIn(line)) },
  ]
  return noteCard(locale, words.asked(line.typed.slice(0, 60), because), {
    tone: 'warning',
    blocks: [{ kind: 'text', text: words.valueFor(keyResultName(keyResult)) }],
    hints: lost(locale, line),
    buttons,
  })
}

function whyNot(
  locale: Locale,
  { reading, line, say }: { reading: Reading; line: Line; say: (value: number) => string },
): string {
  if (reading.kind === 'unclear') return whyUnclear(reading, line.typed, locale)
  const by = reading.kind === 'step' ? reading.by : reading.value
  return updateWords[locale].stepOrValue(say(by), `=${say(by)}`)
}

const carriedIn = ({ typed, confidence, note }: Line): Carried => ({ value: typed, confidence, note })

const lost = (locale: Locale, { note }: Line): string[] => (note ? [updateWords[locale].lostText(note)] : [])
