import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { shortened } from '../../../chat/shortened.ts'
import { bold, italic, type Text } from '../../../chat/text.ts'
import { FACES, MOODS } from '../answer-values.ts'
import { answeringWords } from '../messages/answering.ts'
import { runWords } from '../messages/run.ts'
import type { Attendee, Run } from '../store/runs.ts'
import type { Question } from '../store/standups.ts'
import { answerTo } from './digest-answers.ts'

type Next = { question: Question; isPassed: boolean }

/** The next question, in the order in which they stand. */
export function nextQuestionCard(locale: Locale, run: Run, { question, isPassed }: Next): Card {
  const words = answeringWords[locale]
  const { between, beside } = runWords[locale]
  const at = words.question(run.questions.indexOf(question) + 1, run.questions.length)
  return {
    locale,
    summary: question.text,
    blocks: [
      {
        kind: 'context',
        text: `${isPassed ? words.passedOver : words.noted}${between}${whichRun(run, locale)}${beside}${at}`,
      },
      { kind: 'text', text: [bold(question.text)] },
      ...waysToAnswer(question, locale),
      { kind: 'context', text: words.howToPass },
    ],
  }
}

/** All that somebody has answered, with a way to change it. */
export function answeredCard(locale: Locale, { run, attendee }: { run: Run; attendee: Attendee }): Card {
  const words = answeringWords[locale]
  const given = run.questions.flatMap((question): Text[] => {
    const answer = answerTo(question, attendee, locale)
    return answer === null ? [] : [[italic(question.text), '\n', shortened(answer, 600)]]
  })
  const { name } = run.standup
  const thanks = given.length > 0 ? runWords[locale].thanks(name) : words.allPassed(name)
  const label = given.length > 0 ? runWords[locale].change : runWords[locale].answer
  return {
    locale,
    tone: 'good',
    summary: thanks,
    blocks: [
      { kind: 'text', text: thanks },
      ...(given.length > 0 ? [{ kind: 'list' as const, items: given }] : []),
      { kind: 'context', text: whichRun(run, locale) },
      { kind: 'buttons', buttons: [{ label, action: 'standup.answer', value: run.id }] },
    ],
  }
}

function whichRun(run: Run, locale: Locale): string {
  const words = answeringWords[locale]
  const date = sayDay(fromDateColumn(run.date), locale)
  return run.state === 'open' ? words.which(run.standup.name, date) : words.lateWhich(run.standup.name, date)
}

function waysToAnswer(question: Question, locale: Locale): Block[] {
  switch (question.kind) {
    case 'choice':
      return [{ kind: 'list', ordered: true, items: question.options }]
    case 'mood':
      return [{ kind: 'list', items: MOODS.map((mood) => `${mood} – ${FACES[mood]} ${runWords[locale].moods[mood]}`) }]
    case 'number':
    case 'text':
      return []
  }
}
