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
  { round, score, note }: { round: number; score: Score; note: string | null },
): Promise<void> {
  const { id, number, ownerId, namedIds, confidential, customer } = complaint
  const { policyId } = await settingsOf(ctx.db, ctx.workspace.id)
  const reference = writeReference(number)
  // A step of the chain may tell a channel.
  const quoted = confidential || note === null ? null : withoutContact(note, customer.contact)
  await open(ctx, {
    flow: 'complaint',
    subject: `${id}/unsatisfied/${round}`,
    about: reference,
    ownerId,
    ...(policyId && { policyId }),
    begins: 'manager',
    excludes: namedIds,
    card: (locale) => unsatisfiedCard(locale, { id, reference, score, note: quoted }),
  })
}
