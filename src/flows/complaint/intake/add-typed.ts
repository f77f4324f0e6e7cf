import { UserError } from '../../../errors.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { show } from '../../../flow.ts'
import { writeReference } from '../rules/reference.ts'
import { mayJoin } from '../rules/similar.ts'
import { type Complaint, changeComplaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { showStory } from '../views/channel-card.ts'
import { withoutContact } from '../views/masked.ts'
import { addedCard } from './cards/added-card.ts'
import { classesOf } from './file.ts'
import { similarWords } from './messages/similar.ts'
import type { Typed } from './read-form.ts'
import { addContact } from './store/customers.ts'

/** What was typed becomes a note and evidence of a complaint that is there already. */
export async function addTyped(
  ctx: Asking,
  complaint: Complaint,
  { typed, link }: { typed: Typed; link: string | null },
): Promise<Reply> {
  const { number, state } = complaint
  const isOver = state === 'merged' || state === 'withdrawn'
  if (isOver || !mayJoin(typed, complaint)) throw new UserError(similarWords[ctx.locale].over(writeReference(number)))

  const isSameCustomer = isSame(typed.customer.name, complaint.customer.name)
  if (isSameCustomer && typed.customer.contact) await addContact(ctx.db, complaint.customer, typed.customer.contact)
  const note = noteOf(typed, complaint)
  const links = [...(typed.evidence ?? []), ...(link ? [link] : [])]
  const noted = await changeComplaint(ctx.db, complaint, { lastNote: note })
  await tell(ctx, noted, { kind: 'noted', text: note })
  for (const text of links) await tell(ctx, noted, { kind: 'evidence', text })
  if (noted.customer.contact !== complaint.customer.contact) await showStory(ctx, { complaint: noted })
  const worse = classesOf(typed).severity < complaint.severity ? classesOf(typed).severity : null
  const lostContactOf = !isSameCustomer && typed.customer.contact ? typed.customer.name : null
  return show(addedCard(ctx.locale, { complaint: noted, links: links.length, worse, lostContactOf }))
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** What is another than the complaint's own stands before it; how another customer is reached is kept nowhere. */
function noteOf({ customer, product = '', what: typed }: Typed, complaint: Complaint): string {
  const isSameCustomer = isSame(customer.name, complaint.customer.name)
  const what = isSameCustomer ? typed : withoutContact(typed, customer.contact ?? null)
  const others = [
    ...(isSameCustomer ? [] : [customer.name]),
    ...(product === '' || isSame(product, complaint.product ?? '') ? [] : [product]),
  ]
  return others.length > 0 ? `${others.join(' · ')}\n${what}` : what
}
