import type { Block, Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import type { OkrReview } from '../../../../generated/client.ts'
import { keyResultName, objectiveName, scoreWords } from '../../cards/lines.ts'
import { classNames } from '../../messages/classes.ts'
import { bandOf } from '../../rules/health.ts'
import { writeKeyResult } from '../../rules/reference.ts'
import { roundScore, sayScore } from '../../rules/score.ts'
import type { ObjectiveStanding, Standing } from '../../standing.ts'
import { reviewWords } from '../messages/review.ts'
import { rangeOf } from '../rules/pages.ts'

const BANDS = ['off-track', 'at-risk', 'on-track', 'ahead'] as const
const MOST_BUTTONS = 5
const LONGEST_LABEL = 70

type Shown = { standing: ObjectiveStanding; review: OkrReview; page?: number; said?: string }

/** The grades and how they are spread, what was written, and what can be carried over. */
export function reviewCard(locale: Locale, { standing, review, page = 1, said }: Shown): Card {
  const words = reviewWords[locale]
  const { objective, keyResults } = standing
  const graded = keyResults.map((one) => ({ ...one, grade: one.keyResult.grade ?? roundScore(one.score) }))
  const isTooEasy = graded.length > 0 && graded.every(({ grade }) => grade >= 1)
  const name = objectiveName(objective)
  return {
    locale,
    title: said ?? name,
    summary: said ?? name,
    ...(said && { tone: 'good' as const }),
    blocks: [
      { kind: 'text', text: scoreWords(locale, standing) },
      ...(graded.length > 0 ? gradeBlocks(locale, graded) : []),
      ...(isTooEasy ? [{ kind: 'text' as const, text: words.sandbagging }] : []),
      ...part(words.problems, review.problems),
      ...part(words.whys, review.whys.join('\n')),
      ...part(words.lessons, review.lessons),
      ...part(words.next, review.next),
      { kind: 'buttons', buttons: buttonsOf(locale, standing, page) },
    ],
  }
}

type Graded = Standing & { grade: number }

function gradeBlocks(locale: Locale, graded: readonly Graded[]): Block[] {
  const words = reviewWords[locale]
  const items = graded.flatMap(({ keyResult, grade, score }) => [
    words.gradeLine(keyResultName(keyResult), sayScore(grade), sayScore(score)),
    ...(keyResult.gradeReason ? [words.because(keyResult.gradeReason)] : []),
  ])
  const spread = BANDS.map((band) => {
    const count = graded.filter(({ grade }) => bandOf(grade) === band).length
    return words.bandLine(words.bands[band], classNames[locale].health[band], count)
  })
  return [
    { kind: 'text', style: 'heading', text: words.scores },
    { kind: 'list', items },
    { kind: 'text', style: 'heading', text: words.distribution },
    { kind: 'list', items: spread },
  ]
}

function part(title: string, text: string | null): Block[] {
  if (!text) return []
  return [
    { kind: 'text', style: 'heading', text: title },
    { kind: 'text', text, style: 'quote' },
  ]
}

/** The page of grades is the one that no form has shown yet. */
function buttonsOf(locale: Locale, { objective, keyResults }: ObjectiveStanding, page: number): Button[] {
  const words = reviewWords[locale]
  const unfinished = keyResults.filter(({ score }) => score < 1)
  const single = unfinished.slice(0, MOST_BUTTONS).map(
    ({ keyResult }): Button => ({
      label: shortened(words.carry(writeKeyResult(keyResult.number)), LONGEST_LABEL),
      action: 'okr.carry',
      value: `${objective.id} ${keyResult.id}`,
    }),
  )
  const all: Button = { label: words.carryAll, action: 'okr.carry', value: `${objective.id} all`, style: 'primary' }
  const more = rangeOf(keyResults.length, page)
  const grades = more && {
    label: words.gradeMore(more.from, more.to),
    action: 'okr.grades',
    value: `${objective.id} ${page}`,
  }
  return [
    ...(grades ? [grades] : []),
    ...(unfinished.length > 0 ? [all] : []),
    ...(unfinished.length > 1 ? single : []),
    { label: words.edit, action: 'okr.review', value: objective.id },
  ]
}
