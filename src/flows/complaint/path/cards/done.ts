import type { Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { type Approval, type Step, stepsNow } from '../../rules/path.ts'
import type { Complaint } from '../../store/complaints.ts'
import { stepWords } from '../messages/steps.ts'
import { noteCard } from './note.ts'

/** Whoever has just done something is not asked to decide about it, nor to end it. */
const OFFERED: readonly Step[] = ['acknowledge', 'investigate', 'propose', 'reply']

export const stepButton = (locale: Locale, step: Step, { id }: Pick<Complaint, 'id'>): Button => ({
  label: stepWords[locale].label[step],
  action: `complaint.${step}`,
  value: id,
})

/** What was done, and what comes next. */
export function doneCard(
  locale: Locale,
  complaint: Complaint,
  { sentence, hint, approval }: { sentence: string; hint?: string | undefined; approval: Approval },
): Card {
  const next = stepsNow(complaint.state, approval).slice(0, 1)
  const buttons = next.filter((step) => OFFERED.includes(step)).map((step) => stepButton(locale, step, complaint))
  return noteCard(locale, sentence, { buttons, showId: complaint.id, ...(hint && { hint }) })
}
