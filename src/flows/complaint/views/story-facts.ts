import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { classNames } from '../messages/classes.ts'
import type { Severity, Type } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Entry } from '../store/entries.ts'
import { storyCard } from './cards/story-card.ts'
import { withoutContact } from './masked.ts'
import type { Facts } from './messages/story.ts'

export type Names = { members: ReadonlyMap<string, string>; numbers: ReadonlyMap<string, number> }

/** The members and complaints that these entries speak of, looked up once; confidential ones stay unnamed. */
export async function namesIn(ctx: Context, entries: readonly Entry[]): Promise<Names> {
  const { db, workspace } = ctx
  const memberIds = textsIn(entries.flatMap(({ byId, detail }) => [byId, newOwnerIn(detail)]))
  const complaintIds = textsIn(entries.map(({ detail }) => detail.complaintId))
  const members = memberIds.length > 0 ? await membersByIds(db, workspace.id, memberIds) : []
  const where = { workspaceId: workspace.id, id: { in: complaintIds }, confidential: false }
  const select = { id: true, number: true }
  const complaints = complaintIds.length > 0 ? await db.complaint.findMany({ where, select }) : []
  return {
    members: new Map(members.map(({ id, name }) => [id, name])),
    numbers: new Map(complaints.map(({ id, number }) => [id, number])),
  }
}

const newOwnerIn = ({ to, ownerId }: Entry['detail']): unknown => to ?? ownerId
const textsIn = (values: readonly unknown[]): string[] => [
  ...new Set(values.filter((value): value is string => typeof value === 'string')),
]

/** An entry as it stands in a channel: without contact data. */
export function inChannel(
  entry: Entry,
  { customer }: Complaint,
  { names, locale }: { names: Names; locale: Locale },
): Card {
  const text = entry.text && withoutContact(entry.text, customer.contact)
  return storyCard({ ...entry, text }, factsOf(entry, names, locale), locale)
}

/** What the sentence about this entry can speak of. */
export function factsOf({ byId, detail }: Entry, { members, numbers }: Names, locale: Locale): Facts {
  const nameOf = (id: unknown): string | undefined => (typeof id === 'string' ? members.get(id) : undefined)
  const { severity, type, clock, score, why, complaintId } = detail
  const to = newOwnerIn(detail)
  const names = classNames[locale]
  const number = typeof complaintId === 'string' ? numbers.get(complaintId) : undefined
  const facts: Partial<Record<keyof Facts, Facts[keyof Facts]>> = {
    who: nameOf(byId),
    to: nameOf(to),
    isOwn: byId !== null && byId === to,
    severity: names.severity[severity as Severity],
    type: names.type[type as Type],
    reference: number ? writeReference(number) : undefined,
    clock: clock === 'acknowledge' || clock === 'reply' ? clock : undefined,
    score: typeof score === 'number' ? score : undefined,
    why: typeof why === 'string' ? why : undefined,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Facts
}
