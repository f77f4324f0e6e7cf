import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { open } from '../../../escalation/open.ts'
import type { Context } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { settingsOf } from '../store/settings.ts'
import { withoutContact } from '../views/masked.ts'
import { unsatisfiedCard } from './cards/unsatisfied.ts'
import type { Score } from './rules.ts'

/** A customer is not satisfied with the reply of this round: the owner's manager, and whoever comes after, hears of it. */
export async function callManager(
  ctx: Context,
  complaint: Complaint,
  { round, ...said }: { round: number; score: Score; note: string | null },
): Promise<void> {
  const { id, number, ownerId, namedIds } = complaint
  const { policyId } = await settingsOf(ctx.db, ctx.workspace.id)
  await open(ctx, {
    flow: 'complaint',
    subject: `${id}/unsatisfied/${round}`,
    about: writeReference(number),
    ownerId,
    ...(policyId && { policyId }),
    begins: 'manager',
    excludes: namedIds,
    card: (locale) => calling(complaint, said, locale),
  })
}

/** A step of the chain may tell a channel; of a confidential one there is no more than the score. */
export function calling(
  { id, number, confidential, customer }: Complaint,
  { score, note }: { score: number; note: string | null },
  locale: Locale,
): Card {
  const quoted = confidential || note === null ? null : withoutContact(note, customer.contact)
  return unsatisfiedCard(locale, { id, reference: writeReference(number), score, note: quoted })
}
