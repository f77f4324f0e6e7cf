import { type Audience, audienceOf, type Facts, type Passed } from '../../../escalation/rules/audience.ts'

/** Where somebody comes from who gets a complaint. */
export type Origin = 'rule' | 'duty' | 'admin' | 'filer' | 'anybody'
export type Candidate = { origin: Origin; memberId: string }
/** `insteadOfId` is the candidate for whom the owner stands in. */
export type Chosen = { ownerId: string; origin: Origin; insteadOfId?: string; passed: readonly Passed[] }

/**
 * Who gets it: the first candidate who is here, else whoever stands in for them, else their managers; then the next
 * candidate, and after the last the administrators. Whom the complaint names is passed over. Null when nobody is left.
 */
export function chooseOwner(candidates: readonly Candidate[], facts: Facts): Chosen | null {
  const passed: Passed[] = []
  for (const { origin, memberId } of candidates) {
    const audience = audienceOf({ tell: { to: 'member', memberId } }, facts)
    const ownerId = firstOf(audience)
    passed.push(...audience.passed.filter(({ reason }) => ownerId !== null || reason !== 'no-manager'))
    const insteadOf = ownerId === memberId ? {} : { insteadOfId: memberId }
    if (ownerId) return { ownerId, origin, ...insteadOf, passed: once(passed) }
  }
  const audience = audienceOf({ tell: { to: 'admins' } }, facts)
  const ownerId = firstOf(audience)
  return ownerId ? { ownerId, origin: 'admin', passed: once([...passed, ...audience.passed]) } : null
}

function firstOf({ told }: Audience): string | null {
  const [first] = told
  return first && 'memberId' in first ? first.memberId : null
}

const once = (passed: readonly Passed[]): Passed[] =>
  passed.filter(
    (one, at) => passed.findIndex(({ reason, memberId }) => reason === one.reason && memberId === one.memberId) === at,
  )
