import type { Temporal } from 'temporal-polyfill'
import { sayDate } from '../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Text } from '../../../chat/text.ts'
import type { Subject } from '../../../links/links.ts'
import { classNames } from '../messages/classes.ts'
import { lineWords } from '../messages/lines.ts'
import { gradesOf, standingGrade } from '../rules/grade.ts'
import { isOpen } from '../rules/path.ts'
import type { Risk } from '../store/risks.ts'
import { appetiteWords, categoryName, gradeWords, residualWords, riskName, toneOf } from './lines.ts'

/** Everything about a risk as one reader may know it. */
export type Drawn = {
  risk: Risk
  owner: Text
  links: readonly Subject[]
  nextReviewOn: Temporal.PlainDate | null
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
      { kind: 'buttons', buttons: buttonsOf(locale, risk) },
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
function partsOf(locale: Locale, { risk, links }: Drawn): Block[] {
  const words = lineWords[locale]
  const parts = [
    risk.cause && `${words.cause}: ${risk.cause}`,
    risk.event && `${words.event}: ${risk.event}`,
    risk.consequence && `${words.consequence}: ${risk.consequence}`,
  ].filter((part) => part !== null && part !== '')
  const tied = links.map(({ name }) => name)
  return [
    ...(parts.length > 0 ? [{ kind: 'text' as const, text: parts.join('\n→ ') }] : []),
    ...(risk.plan ? [{ kind: 'text' as const, text: `${words.plan}: ${risk.plan}` }] : []),
    ...(risk.closeReason ? [{ kind: 'text' as const, style: 'quote' as const, text: risk.closeReason }] : []),
    ...(tied.length > 0 ? [{ kind: 'context' as const, text: `${words.linked}: ${tied.join(' · ')}` }] : []),
  ]
}

function buttonsOf(locale: Locale, { id, state }: Risk): Button[] {
  const words = lineWords[locale]
  const open: Button[] = [
    { label: words.assess, action: 'risk.assess', value: id, ...(state === 'identified' && { style: 'primary' }) },
    { label: words.edit, action: 'risk.edit', value: id },
  ]
  const history: Button = { label: words.history, action: 'risk.history', value: id }
  if (!isOpen(state)) return [history, { label: words.reopen, action: 'risk.reopen', value: id }]
  return [...open, history, { label: words.close, action: 'risk.close', value: id }]
}
