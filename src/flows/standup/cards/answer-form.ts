import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Field, Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { shortened } from '../../../chat/shortened.ts'
import { FACES, LONGEST_ANSWER, MOODS } from '../answer-values.ts'
import { answeringWords } from '../messages/answering.ts'
import { runWords } from '../messages/run.ts'
import type { BlockerRow } from '../store/blockers.ts'
import type { Attendee, Run } from '../store/runs.ts'
import type { Question } from '../store/standups.ts'
import { isLate } from './private-card.ts'

/** Longer ones don't come back whole from every platform's form, so they are not put into it. */
export const LONGEST_IN_FORM = 3_000
/** The field of one's own blockers that are resolved meanwhile. */
export const RESOLVED_FIELD = 'resolved'
export const LONGEST_REASON = 300
const MOST_BLOCKERS = 20

/** My questions with what I have answered so far; `open` are my blockers from before. */
export function answerForm(
  locale: Locale,
  { run, attendee }: { run: Run; attendee: Attendee },
  open: readonly BlockerRow[],
): Form {
  const words = answeringWords[locale]
  const date = sayDay(fromDateColumn(run.date), locale)
  return {
    locale,
    id: 'standup.answer',
    title: words.formTitle,
    submit: words.send,
    context: run.id,
    intro: words[introOf(run, attendee)](run.standup.name, date),
    fields: [...run.questions.map((question) => fieldFor(question, attendee, locale)), ...blockerField(open, locale)],
  }
}

function introOf(run: Run, { entry }: Attendee): 'formIntro' | 'formEdit' | 'formLate' {
  if (run.state === 'open') return 'formIntro'
  return entry.state === 'answered' && !isLate(run, entry) ? 'formEdit' : 'formLate'
}

type Skip = { context: string; name: string; date: string; reason: string }

export function skipForm(locale: Locale, { context, name, date, reason }: Skip): Form {
  const words = answeringWords[locale]
  const asked = { name: 'reason', label: words.reason, hint: words.reasonHint, optional: true }
  return {
    locale,
    id: 'standup.skip',
    title: words.skipTitle,
    submit: words.skipIt,
    context,
    intro: words.skipIntro(name, date),
    fields: [{ ...asked, kind: 'text', maxLength: LONGEST_REASON, ...presetOf(reason || null) }],
  }
}

function fieldFor(question: Question, attendee: Attendee, locale: Locale): Field {
  const present = attendee.entry.answers.find((answer) => answer.questionId === question.id)?.text ?? null
  const asked = { name: question.id, label: question.text, optional: true }
  switch (question.kind) {
    case 'number':
      return { ...asked, kind: 'number', ...(present === null ? {} : { value: Number(present) }) }
    case 'choice':
      return { ...asked, kind: 'choice', options: question.options.map(asOption), ...presetOf(present) }
    case 'mood':
      return { ...asked, kind: 'choice', options: moodOptions(locale), ...presetOf(present) }
    case 'text':
      return { ...asked, kind: 'text', lines: 'many', maxLength: LONGEST_ANSWER, ...textOf(present, locale) }
  }
}

function textOf(present: string | null, locale: Locale): { value?: string; hint?: string } {
  if (present === null || present.length <= LONGEST_IN_FORM) return presetOf(present)
  return { hint: answeringWords[locale].longKept(present.length) }
}

const presetOf = (present: string | null): { value?: string } => (present === null ? {} : { value: present })
const asOption = (option: string) => ({ value: option, label: option })
const moodOptions = (locale: Locale) =>
  MOODS.map((mood) => ({ value: mood, label: `${FACES[mood]} ${runWords[locale].moods[mood]}` }))

function blockerField(open: readonly BlockerRow[], locale: Locale): Field[] {
  if (open.length === 0) return []
  const words = answeringWords[locale]
  const options = open.slice(0, MOST_BLOCKERS).map(({ id, text }) => ({ value: id, label: shortened(text, 70) }))
  return [
    {
      kind: 'choices',
      name: RESOLVED_FIELD,
      label: words.myBlockers,
      hint: words.myBlockersHint,
      optional: true,
      options,
    },
  ]
}
