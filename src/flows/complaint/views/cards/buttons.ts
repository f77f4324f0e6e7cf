import type { Block, Button } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { type Step, stepsNow } from '../../rules/path.ts'
import { buttonWords, type Deed } from '../messages/buttons.ts'
import { awaitsApproval, type Standing } from './standing.ts'

/** What nobody should press in passing, and what only one person may decide. */
const NOT_ON_CARDS: readonly Step[] = ['approve', 'reject', 'merge', 'withdraw']
const MOST_STEPS = 2

/** The steps that a card offers to whoever comes by; none while somebody is asked to approve. */
export function stepsOnCard(standing: Pick<Standing, 'complaint' | 'approval'>): Deed[] {
  if (awaitsApproval(standing)) return []
  const steps = stepsNow(standing.complaint.state, standing.approval)
  return steps.filter((step) => !NOT_ON_CARDS.includes(step)).slice(0, MOST_STEPS)
}

/** A row of buttons about one complaint. */
export const deedButtons = (complaintId: string, deeds: readonly Deed[], locale: Locale): Block => ({
  kind: 'buttons',
  buttons: deeds.map(
    (deed, at): Button => ({
      label: buttonWords[locale][deed],
      action: `complaint.${deed}`,
      value: complaintId,
      ...(at === 0 && LEADING.includes(deed) ? { style: 'primary' as const } : {}),
    }),
  ),
})

/** What takes a complaint further stands out, one thing at a time. */
const LEADING: readonly Deed[] = ['acknowledge', 'propose', 'approve', 'reply', 'close']
