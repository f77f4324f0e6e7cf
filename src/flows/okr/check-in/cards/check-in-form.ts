import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { contextOf } from '../../../../chat/typed.ts'
import { keyResultName, unitOf } from '../../cards/lines.ts'
import { sayNumber } from '../../rules/read-number.ts'
import { writeKeyResult } from '../../rules/reference.ts'
import type { CheckIn } from '../../store/check-ins.ts'
import type { KeyResultWithObjective } from '../../store/objectives.ts'
import { updateWords } from '../messages/update.ts'

const LONGEST_NOTE = 3_000
const LONGEST_OPTION = 75
const CONFIDENCES = Array.from({ length: 11 }, (_, at) => String(10 - at))

/** What is in the fields when the form opens; `today` by the cycle. */
export type Preset = {
  current: CheckIn | null
  seq: number
  today: string
  value?: string
  done?: readonly number[]
  confidence?: string | null
  note?: string
  date?: string
  /** Somebody else has checked in meanwhile: who, when and what, beside one's own. */
  conflict?: { said: string; theirs: string; mine: string }
}

/** The context tells from which check-in it was made, and in which cycle. */
export function checkInForm(locale: Locale, keyResult: KeyResultWithObjective, preset: Preset): Form {
  const words = updateWords[locale]
  const { confidence = null, note = '' } = preset
  return {
    locale,
    id: 'okr.check-in',
    title: words.formTitle(writeKeyResult(keyResult.number)),
    submit: words.submit,
    context: contextOf(keyResult.id, preset.seq, keyResult.objective.cycleId),
    intro: preset.conflict?.said ?? keyResultName(keyResult),
    fields: [
      ...(preset.conflict ? [keepField(locale, preset.conflict)] : []),
      keyResult.kind === 'milestone' ? stepsField(locale, keyResult, preset) : valueField(locale, keyResult, preset),
      {
        ...{ kind: 'choice', name: 'confidence', label: words.confidence, hint: words.confidenceHint, optional: true },
        options: CONFIDENCES.map((value) => ({ value, label: value })),
        ...(confidence && { value: confidence }),
      },
      {
        ...{ kind: 'text', name: 'note', label: words.note, hint: words.noteHint, lines: 'many', optional: true },
        ...{ maxLength: LONGEST_NOTE, ...(note && { value: note.slice(0, LONGEST_NOTE) }) },
      },
      { kind: 'date', name: 'date', label: words.date, value: preset.date ?? preset.today },
    ],
  }
}

function valueField(locale: Locale, keyResult: KeyResultWithObjective, { current, value }: Preset): Field {
  const words = updateWords[locale]
  const unit = unitOf(keyResult)
  const before = sayNumber(current?.value ?? keyResult.start, unit, locale)
  const hint = words.nowHint(before, sayNumber(keyResult.target, unit, locale))
  return { kind: 'text', name: 'value', label: words.now, hint, ...(value && { value }) }
}

const keepField = (locale: Locale, { theirs, mine }: NonNullable<Preset['conflict']>): Field => ({
  ...{ kind: 'choice', name: 'keep', label: updateWords[locale].whichReading },
  options: [
    { value: 'mine', label: shortened(mine, LONGEST_OPTION) },
    { value: 'theirs', label: shortened(theirs, LONGEST_OPTION) },
  ],
})

const stepsField = (locale: Locale, { steps }: KeyResultWithObjective, { current, done }: Preset): Field => ({
  ...{ kind: 'choices', name: 'steps', label: updateWords[locale].steps, optional: true },
  options: steps.map((step, at) => ({ value: String(at), label: shortened(step, LONGEST_OPTION) })),
  values: (done ?? current?.steps ?? []).map(String),
})
