import type { Block, Button } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { type Step, stepsNow } from '../../rules/path.ts'
import { buttonWords, type Deed } from '../messages/buttons.ts'
import type { Standing } from './standing.ts'

/** What nobody should press in passing, and what only one person may decide. */
const NOT_ON_CARDS: readonly Step[] = ['approve', 'reject', 'merge', 'withdraw']
const MOST_STEPS = 2

/** The steps that a card offers to whoever comes by. */
export const stepsOnCard = ({ complaint, approval }: Pick<Standing, 'complaint' | 'approval'>): Deed[] =>
  stepsNow(complaint.state, approval)
    .filter((step) => !NOT_ON_CARDS.includes(step))
    .slice(0, MOST_STEPS)

/** A row of buttons about one complaint. */
export const deedButtons = (complaintId: string, deeds: readonly Deed[], locale: Locale): Block => ({
  kind: 'buttons',
  buttons: deeds.map(
    (deed): Button => ({
      label: buttonWords[locale][deed],
      action: `complaint.${deed}`,
      value: complaintId,
      ...(LEADING.includes(deed) ? { style: 'primary' as const } : {}),
    }),
  ),
})

/** What takes a complaint further stands out. */
const LEADING: readonly Deed[] = ['acknowledge', 'propose', 'approve', 'reply', 'close']
