import { clearAll } from '../../alerts/clear.ts'
import { type Raising, raiseAll } from '../../alerts/raise.ts'
import { fromDateColumn } from '../../calendar/instant.ts'
import { occurrenceOn } from '../../calendar/occurrences.ts'
import type { Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import { noteCard } from '../../chat/note-card.ts'
import type { Context } from '../../flow.ts'
import { appetiteWords, categoryName, gradeWords, riskName } from './cards/lines.ts'
import { lineWords } from './messages/lines.ts'
import { firingsOf, isAlarming } from './rules/firings.ts'
import { gradesOf, levelOfGrade, standingGrade } from './rules/grade.ts'
import { isOpen } from './rules/path.ts'
import { assessmentsOf } from './store/assessments.ts'
import type { Risk } from './store/risks.ts'
import { settingsOf } from './store/settings.ts'
import { subjectOf } from './subject.ts'

const RULE = 'residual'

/**
 * What is left of an open risk is high or critical: that is an alert, counted and not told while it is accepted. Else there is
 * none. Saying so again changes nothing; whoever changes its grade, its state, its terms or its acceptance says so.
 */
export async function watchResidual(ctx: Context, risk: Risk): Promise<void> {
  const grade = standingGrade(gradesOf(risk))
  const subject = subjectOf(risk)
  if (!grade || !isOpen(risk.state) || !isAlarming(grade)) return clearAll(ctx, [{ rule: RULE, subject }])

  const firings = firingsOf(await assessmentsOf(ctx.db, risk.id))
  const about = { flow: 'risk', rule: RULE, subject, about: riskName(risk), ownerId: risk.ownerId }
  const muted = await acceptanceOf(ctx, risk)
  const card = (locale: Locale) => alertCard(locale, risk)
  await raiseAll(ctx, [{ ...about, severity: levelOfGrade(grade), firings, muted, card }])
}

/** Until when it is accepted to live with it. */
async function acceptanceOf(ctx: Context, risk: Risk): Promise<NonNullable<Raising['muted']> | null> {
  const accepted = await ctx.db.riskAcceptance.findFirst({ where: { riskId: risk.id, state: 'accepted' } })
  if (!accepted) return null
  const { timeZone } = await settingsOf(ctx.db, ctx.workspace.id)
  const until = occurrenceOn(fromDateColumn(accepted.expiresOn).add({ days: 1 }), '00:00', timeZone)
  return { until, reason: accepted.reason }
}

function alertCard(locale: Locale, risk: Risk): Card {
  const words = lineWords[locale]
  const grades = gradesOf(risk)
  const facts = [gradeWords(locale, standingGrade(grades)), appetiteWords(locale, grades, risk.category)]
  return noteCard(locale, words.alarming(facts.join(' · ')), {
    title: riskName(risk),
    blocks: [{ kind: 'facts', facts: [{ label: words.category, value: categoryName(locale, risk.category) }] }],
    buttons: [{ label: words.show, action: 'risk.show', value: risk.id }],
  })
}
