import type { Temporal } from 'temporal-polyfill'
import { sayDate } from '../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Text } from '../../../chat/text.ts'
import type { Subject } from '../../../links/links.ts'
import { classNames } from '../messages/classes.ts'
import { lineWords } from '../messages/lines.ts'
import { needsDecision } from '../rules/acceptance.ts'
import { gradesOf, standingGrade } from '../rules/grade.ts'
import { isOpen } from '../rules/path.ts'
import type { Risk } from '../store/risks.ts'
import { appetiteWords, categoryName, gradeWords, residualWords, riskName, toneOf } from './lines.ts'

/** `id` where there is something to do about it. */
export type ActionLine = { id: string | null; reference: string; words: string }

/** Everything about a risk as one reader may know it. */
export type Drawn = {
  risk: Risk
  owner: Text
  links: readonly Subject[]
  nextReviewOn: Temporal.PlainDate | null
  /** What is done about it, in words. */
  actions: readonly ActionLine[]
  /** Who lives with it until when, in words. */
  acceptances: readonly string[]
  /** Who closed it and when, in words. */
  closed: string | null
}

export function riskCard(locale: Locale, drawn: Drawn): Card {
  const { risk } = drawn
  const grade = standingGrade(gradesOf(risk))
  const name = riskName(risk)
  return {
    locale,
    title: name,
    summary: `${name} · ${gradeWords(locale, grade)}`,
    tone: isOpen(risk.state) ? toneOf(grade) : 'plain',
    blocks: [
      ...(risk.description ? [{ kind: 'text' as const, text: risk.description }] : []),
      { kind: 'facts', facts: factsOf(locale, drawn) },
      ...partsOf(locale, drawn),
      { kind: 'buttons', buttons: buttonsOf(locale, drawn) },
    ],
  }
}

function factsOf(locale: Locale, { risk, owner, nextReviewOn, closed }: Drawn): { label: string; value: Text }[] {
  const words = lineWords[locale]
  const names = classNames[locale]
  const grades = gradesOf(risk)
  const appetite = appetiteWords(locale, grades, risk.category)
  return [
    { label: words.state, value: closed ?? names.state[risk.state] },
    { label: words.inherent, value: gradeWords(locale, grades.inherent) },
    { label: words.residual, value: [residualWords(locale, grades), appetite].filter(Boolean).join(' · ') },
    { label: words.category, value: categoryName(locale, risk.category) },
    { label: words.owner, value: owner },
    { label: words.line, value: names.line[risk.line] ?? '' },
    ...(risk.response ? [{ label: words.response, value: names.response[risk.response] }] : []),
    ...(nextReviewOn ? [{ label: words.nextReview, value: sayDate(nextReviewOn, locale) }] : []),
  ]
}

/** Cause → event → consequence, the plan, the reason of its end, and what it is tied to. */
function partsOf(locale: Locale, { risk, links, actions, acceptances }: Drawn): Block[] {
  const words = lineWords[locale]
  const parts = [
    risk.cause && words.said(words.cause, risk.cause),
    risk.event && words.said(words.event, risk.event),
    risk.consequence && words.said(words.consequence, risk.consequence),
  ].filter((part) => part !== null && part !== '')
  const tied = links.map(({ name }) => name)
  return [
    ...(parts.length > 0 ? [{ kind: 'text' as const, text: parts.join('\n→ ') }] : []),
    ...(risk.plan ? [{ kind: 'text' as const, text: words.said(words.plan, risk.plan) }] : []),
    ...acceptances.map((text) => ({ kind: 'text' as const, text })),
    ...(actions.length > 0 ? [{ kind: 'list' as const, items: actions.map(({ words }) => words) }] : []),
    ...(risk.closeReason ? [{ kind: 'text' as const, style: 'quote' as const, text: risk.closeReason }] : []),
    ...(tied.length > 0 ? [{ kind: 'context' as const, text: words.said(words.linked, tied.join(' · ')) }] : []),
  ]
}

function buttonsOf(locale: Locale, { risk, actions }: Drawn): Button[] {
  const words = lineWords[locale]
  const { id, state, response } = risk
  const grade = standingGrade(gradesOf(risk))
  const mayBeAccepted = grade !== null && needsDecision(grade) && response !== 'accept' && state !== 'identified'
  const button = (label: string, action: string, isNext = false): Button => ({
    ...{ label, action: `risk.${action}`, value: id },
    ...(isNext && { style: 'primary' as const }),
  })
  const history = button(words.history, 'history')
  if (!isOpen(state)) return [history, button(words.reopen, 'reopen')]
  const isNew = state === 'identified'
  return [
    button(words.assess, 'assess', isNew),
    ...(isNew ? [] : [button(words.respond, 'respond', state === 'assessed'), button(words.addAction, 'action')]),
    ...(mayBeAccepted ? [button(words.accept, 'accept')] : []),
    ...(isNew ? [] : [button(words.review, 'review')]),
    ...(state === 'responding' ? [button(words.monitor, 'monitor')] : []),
    ...actions.flatMap(({ id: value, reference }) =>
      value ? [{ label: reference, action: 'risk.action-show', value }] : [],
    ),
    button(words.edit, 'edit'),
    history,
    button(words.close, 'close'),
  ]
}
