import type { Block } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { shortened } from '../../../chat/shortened.ts'
import { bold, italic, type Span, type Text } from '../../../chat/text.ts'
import { FACES, MOODS } from '../answer-values.ts'
import { runWords } from '../messages/run.ts'
import type { Attendee, Run } from '../store/runs.ts'
import type { Question } from '../store/standups.ts'
import { isLate } from './private-card.ts'

const TEXT_ON_A_PAGE = 6_000
const LENGTHS = [600, 400, 250, 140, 80]

/** The answers of these people, by person or by question as the stand-up says; long ones shortened to fit a card. */
export function answerBlocks(run: Run, people: readonly Attendee[], locale: Locale): Block[] {
  const most = longestThatFits(people)
  const shorten = (text: string): string => shortened(text, most)
  return answersAsBlocks(run, { people: people.filter(hasAnswered), locale, shorten })
}

export type Shown = { people: readonly Attendee[]; locale: Locale; shorten: (text: string) => string }

export const answersAsBlocks = (run: Run, shown: Shown): Block[] =>
  run.standup.digestBy === 'question' ? byQuestion(run, shown) : byPerson(run, shown)

export const hasAnswered = ({ entry }: Attendee): boolean => entry.state === 'answered'

function byPerson(run: Run, { people, locale, shorten }: Shown): Block[] {
  return people.map((attendee) => {
    const lines = run.questions.flatMap((question): Span[] => {
      const answer = answerTo(question, attendee, locale)
      return answer === null ? [] : ['\n', italic(question.text), '\n', shorten(answer)]
    })
    return { kind: 'text', text: [...heading(run, attendee, locale), ...lines] }
  })
}

function byQuestion(run: Run, { people, locale, shorten }: Shown): Block[] {
  return run.questions.flatMap((question): Block[] => {
    const items = people.flatMap((attendee): Text[] => {
      const answer = answerTo(question, attendee, locale)
      return answer === null ? [] : [[...heading(run, attendee, locale), '  ', shorten(answer)]]
    })
    if (items.length === 0) return []
    return [
      { kind: 'text', style: 'heading', text: question.text },
      { kind: 'list', items },
    ]
  })
}

const heading = (run: Run, { entry, member }: Attendee, locale: Locale): Span[] =>
  isLate(run, entry)
    ? [bold(member.name), italic(runWords[locale].bracketed(runWords[locale].lateTag))]
    : [bold(member.name)]

/** The answer as people read it, or null where none was given. */
export function answerTo(question: Question, { entry }: Attendee, locale: Locale): string | null {
  const text = entry.answers.find((answer) => answer.questionId === question.id)?.text
  return text ? asRead(question, text, locale) : null
}

export function asRead(question: Pick<Question, 'kind'>, kept: string, locale: Locale): string {
  const mood = question.kind === 'mood' ? MOODS.find((one) => one === kept) : undefined
  return mood ? `${FACES[mood]} ${runWords[locale].moods[mood]}` : kept
}

/** Whether some of these answers are longer than a card shows. */
export function isShortened(people: readonly Attendee[]): boolean {
  const most = longestThatFits(people)
  const answers = people.filter(hasAnswered).flatMap(({ entry }) => entry.answers)
  return answers.some((answer) => (answer.text?.length ?? 0) > most)
}

function longestThatFits(people: readonly Attendee[]): number {
  const lengths = people.flatMap(({ entry }) => entry.answers.map((answer) => answer.text?.length ?? 0))
  const fits = (most: number): boolean =>
    lengths.reduce((sum, length) => sum + Math.min(length, most), 0) <= TEXT_ON_A_PAGE
  return LENGTHS.find(fits) ?? 80
}
