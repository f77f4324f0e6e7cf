import { fromDateColumn } from '../../../../calendar/instant.ts'
import { sayDate, sayDay } from '../../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import type { Acceptance } from '../../accept/store/acceptances.ts'
import { actionName } from '../../cards/action-line.ts'
import { gradeWords, riskName } from '../../cards/lines.ts'
import { gradesOf, standingGrade } from '../../rules/grade.ts'
import { writeAction, writeRisk } from '../../rules/reference.ts'
import type { Action } from '../../store/actions.ts'
import type { Risk } from '../../store/risks.ts'
import { roundWords } from '../messages/round.ts'

export type ReviewItem = { risk: Risk; isOpen: boolean; notes: readonly string[] }
export type RoundShown = {
  reviews: readonly ReviewItem[]
  actions: readonly Action[]
  ending: readonly Acceptance[]
  risks: ReadonlyMap<string, Risk>
  /** Who is away, where somebody else is told. */
  instead: string | null
}
const MOST_SHOWN = 10

/** Everything about risks for one owner on one day. */
export function roundCard(locale: Locale, shown: RoundShown): Card {
  const words = roundWords[locale]
  const { reviews, actions, ending, risks, instead } = shown
  const open = reviews.filter(({ isOpen }) => isOpen).length + actions.filter(({ state }) => state === 'open').length
  const live = ending.filter(({ state }) => state === 'accepted').length
  return {
    ...{ locale, title: words.title, summary: words.summary(open + live) },
    ...(open + live === 0 && { tone: 'good' as const }),
    blocks: [
      ...(instead ? [{ kind: 'context' as const, text: words.instead(instead) }] : []),
      ...section(
        locale,
        words.reviews,
        reviews.map((item) => reviewBlocks(locale, item)),
      ),
      ...section(
        locale,
        words.actions,
        actions.map((action) => actionBlocks(locale, action, risks)),
      ),
      ...section(
        locale,
        words.ending,
        ending.map((one) => endingBlocks(locale, one, risks)),
      ),
    ],
  }
}

function section(locale: Locale, title: string, items: readonly Block[][]): Block[] {
  if (items.length === 0) return []
  const left = items.length - MOST_SHOWN
  return [
    { kind: 'text', style: 'heading', text: title },
    ...items.slice(0, MOST_SHOWN).flat(),
    ...(left > 0 ? [{ kind: 'context' as const, text: roundWords[locale].more(left) }] : []),
  ]
}

function reviewBlocks(locale: Locale, { risk, isOpen, notes }: ReviewItem): Block[] {
  const words = roundWords[locale]
  const due = risk.nextReviewOn ? words.dueOn(sayDay(fromDateColumn(risk.nextReviewOn), locale)) : ''
  const grade = gradeWords(locale, standingGrade(gradesOf(risk)))
  const lines = [`${isOpen ? '' : '✓ '}${riskName(risk)}`, ...(isOpen ? [[grade, due].join(' · '), ...notes] : [grade])]
  const review = { label: words.review(writeRisk(risk.number)), action: 'risk.review', value: risk.id }
  return item(lines, isOpen ? [{ ...review, style: 'primary' }] : [])
}

function actionBlocks(locale: Locale, action: Action, risks: RoundShown['risks']): Block[] {
  const words = roundWords[locale]
  const { id, riskId, number, state, dueOn, measure } = action
  const risk = risks.get(riskId)
  const about = risk ? [riskName(risk)] : []
  const isOpen = state === 'open'
  const due = words.actionDue(sayDay(fromDateColumn(dueOn), locale), measure)
  const lines = [`${isOpen ? '' : '✓ '}${actionName(action)}`, ...about, ...(isOpen ? [due] : [])]
  const reference = writeAction(number)
  return item(
    lines,
    isOpen
      ? [
          { label: words.actionDone(reference), action: 'risk.action-done', value: id, style: 'primary' },
          { label: words.change(reference), action: 'risk.action-show', value: id },
        ]
      : [],
  )
}

function endingBlocks(locale: Locale, { riskId, state, expiresOn }: Acceptance, risks: RoundShown['risks']): Block[] {
  const words = roundWords[locale]
  const risk = risks.get(riskId)
  if (!risk) return []
  const isLive = state === 'accepted'
  const lines = [
    `${isLive ? '' : '✓ '}${riskName(risk)}`,
    ...(isLive ? [words.endsOn(sayDate(expiresOn, locale))] : []),
  ]
  const anew = { label: words.acceptAnew(writeRisk(risk.number)), action: 'risk.accept', value: riskId }
  return item(lines, isLive ? [anew] : [])
}

const item = (lines: readonly string[], buttons: readonly Button[]): Block[] => [
  { kind: 'text', text: lines.join('\n') },
  ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
]
