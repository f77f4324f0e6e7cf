import { Temporal } from 'temporal-polyfill'
import { fromDateColumn } from '../../../../calendar/instant.ts'
import { sayDay } from '../../../../calendar/say.ts'
import type { Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { pageTurn } from '../../../../chat/page-turn.ts'
import { bold, type Text } from '../../../../chat/text.ts'
import { appetiteWords, categoryName, gradeWords, riskName } from '../../cards/lines.ts'
import { classNames } from '../../messages/classes.ts'
import { gradesOf, standingGrade } from '../../rules/grade.ts'
import type { Risk } from '../../store/risks.ts'
import { lookWords } from '../messages/looking.ts'

export const PAGE_SIZE = 10

type Shown = {
  risks: readonly Risk[]
  names: ReadonlyMap<string, string>
  at: number
  count: number
  typed: string
  today: Temporal.PlainDate
}

export function listCard(locale: Locale, shown: Shown): Card {
  const words = lookWords[locale]
  const { risks, at, count, typed } = shown
  const pages = Math.ceil(count / PAGE_SIZE)
  return {
    locale,
    title: words.listTitle,
    summary: words.listSummary(count),
    blocks: [
      { kind: 'list', items: risks.map((risk) => riskLine(locale, risk, shown)) },
      ...pageTurn({ words, action: 'risk.list', at, pages, typed }),
    ],
  }
}

export function riskLine(locale: Locale, risk: Risk, { names, today }: Pick<Shown, 'names' | 'today'>): Text {
  const words = lookWords[locale]
  const grades = gradesOf(risk)
  const grade = standingGrade(grades)
  const review = risk.nextReviewOn && fromDateColumn(risk.nextReviewOn)
  const isLate = review !== null && Temporal.PlainDate.compare(review, today) < 0 && risk.state !== 'closed'
  const facts = [
    gradeWords(locale, grade),
    ...(grade ? [appetiteWords(locale, grades, risk.category)] : []),
    categoryName(locale, risk.category),
    names.get(risk.ownerId) ?? words.somebody,
    classNames[locale].state[risk.state],
    ...(isLate ? [words.reviewLate(sayDay(review, locale))] : []),
  ]
  return [bold(riskName(risk)), ` · ${facts.join(' · ')}`]
}
