import type { Locale } from '../../../chat/locale.ts'
import { LONGEST_ANSWER, type Read } from '../answer-values.ts'
import { answeringWords } from '../messages/answering.ts'
import type { Question } from '../store/standups.ts'

type Problem = Extract<Read, { problem: string }>['problem']

/** What is wrong with an answer, and what would be right. */
export function wrongAnswer(question: Pick<Question, 'options'>, problem: Problem, locale: Locale): string {
  const words = answeringWords[locale]
  switch (problem) {
    case 'long':
      return words.tooLong(LONGEST_ANSWER)
    case 'number':
      return words.notNumber
    case 'choice':
      return words.notChoice(question.options.join(' / '))
    case 'mood':
      return words.notMood
  }
}
