import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../../../calendar/instant.ts'
import { isOpen, type State } from './path.ts'

/** How alike texts are from 0 to 1, by their groups of three letters. */
export const ALIKE = { sameCustomer: 0.2, sameProduct: 0.25, otherwise: 0.5 } as const
export const CLOSED_WITHIN_DAYS = 90
export const MOST_SHOWN = 5
/** In characters. What is compared of a text: its beginning says what it is about, and more of it would take long. */
const COMPARED = 160

/** What is compared to find similar ones. */
export const searchTextOf = (about: { customer: string; product?: string; what: string }): string =>
  [about.customer, about.product ?? '', about.what]
    .map((part) => part.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join(' ')

export const comparedPart = (searchText: string): string => searchText.slice(0, COMPARED)

export type Likeness = {
  state: State
  closedAt: Date | null
  isSameCustomer: boolean
  isSameProduct: boolean
  alike: number
}

/**
 * Whether it may be the same complaint: whatever the same customer still waits for, and otherwise what is told in much
 * the same words, open or closed within 90 days.
 */
export function isLikely(other: Likeness, now: Temporal.Instant): boolean {
  if (other.state === 'merged' || other.state === 'withdrawn') return false
  if (other.closedAt && now.since(toInstant(other.closedAt)).total('hours') > CLOSED_WITHIN_DAYS * 24) return false
  if (other.isSameCustomer) return isOpen(other.state) || other.alike >= ALIKE.sameCustomer
  return other.alike >= (other.isSameProduct ? ALIKE.sameProduct : ALIKE.otherwise)
}

/** The same customer's first, then by likeness. */
export const byLikelihood = (a: Likeness, b: Likeness): number =>
  Number(b.isSameCustomer) - Number(a.isSameCustomer) || b.alike - a.alike

type Kept = { confidential?: boolean; namedIds?: readonly string[] }

/** Whether what was typed can stand in that complaint: more people would read a confidential text there, or one about them. */
export const mayJoin = (typed: Kept, complaint: Required<Kept>): boolean =>
  (!typed.confidential || complaint.confidential) &&
  (typed.namedIds ?? []).every((id) => complaint.namedIds.includes(id))
