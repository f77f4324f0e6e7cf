import type { Step } from './policy.ts'
import type { Status } from './standing.ts'

/** Somebody as the chain sees them now; the backup is the one of the present absence, or else the standing one. */
export type Person = { id: string; managerId: string | null; backupId: string | null; status: Status }

export type Facts = {
  ownerId: string
  /** The owner and whoever can be reached from there, the administrators and named members. */
  people: ReadonlyMap<string, Person>
  admins: readonly string[]
  /** Members and channels whom this beat has failed to reach. */
  unreachable: ReadonlySet<string>
  /** Members who have no part in it: it is about them. */
  excluded?: ReadonlySet<string>
  openChannels: ReadonlySet<string>
}

export type Reason =
  | 'away'
  | 'left'
  | 'conflict'
  | 'unreachable'
  | 'off-hours'
  | 'closed'
  | 'loop'
  | 'no-backup'
  | 'no-manager'
  | 'no-admins'

export type Target = { memberId: string; insteadOfId?: string } | { channelId: string }
/** The member or channel who is passed over; for what is missing or goes in a circle, whose it is. */
export type Passed = { reason: Reason; memberId?: string; channelId?: string }
export type Audience = { told: readonly Target[]; passed: readonly Passed[] }

type Asked = Pick<Step, 'tell' | 'respectWorkingHours'>
type Manner = Pick<Asked, 'respectWorkingHours'>

/**
 * Whom a step means right now. Whoever is away, unreachable or, where the step respects them, outside their working
 * hours hands to their backup, and where there is none to their manager; whoever has left or is excluded hands to their
 * manager. A circle of managers ends at the administrators. Nobody is told when the chain ends before anybody is found.
 */
export function audienceOf(step: Asked, facts: Facts): Audience {
  const { tell } = step
  const owner = facts.people.get(facts.ownerId)
  switch (tell.to) {
    case 'channel':
      return channel(tell.channelId, facts)
    case 'admins':
      return admins(step, facts, new Set())
    case 'member':
      return handOn(tell.memberId, step, facts)
    case 'owner':
      return handOn(facts.ownerId, step, facts)
    case 'backup':
      return backupOf(owner, step, facts)
    case 'manager':
      return owner?.managerId ? handOn(owner.managerId, step, facts) : nobody('no-manager', facts.ownerId)
    case 'managers-manager':
      return managersManager(step, facts)
  }
}

/** The last word: the fallback channel, or the administrators where there is none that is open. */
export function lastAudience(fallbackChannelId: string | null, facts: Facts): Audience {
  const fallback = fallbackChannelId ? channel(fallbackChannelId, facts) : NOBODY
  if (fallback.told.length > 0) return fallback
  return behind(fallback.passed, admins({}, facts, new Set()))
}

const NOBODY: Audience = { told: [], passed: [] }
const nobody = (reason: Reason, memberId: string): Audience => ({ told: [], passed: [{ reason, memberId }] })
const behind = (passed: readonly Passed[], next: Audience): Audience => ({
  told: next.told,
  passed: [...passed, ...next.passed],
})

function channel(channelId: string, { openChannels, unreachable }: Facts): Audience {
  const isOpen = openChannels.has(channelId) && !unreachable.has(channelId)
  return isOpen ? { told: [{ channelId }], passed: [] } : { told: [], passed: [{ reason: 'closed', channelId }] }
}

/** Nobody who is excluded chooses who stands in for them. */
function backupOf(owner: Person | undefined, step: Asked, facts: Facts): Audience {
  if (facts.excluded?.has(facts.ownerId)) return handOn(facts.ownerId, step, facts)
  return owner?.backupId ? handOn(owner.backupId, step, facts) : nobody('no-backup', facts.ownerId)
}

function managersManager(step: Asked, facts: Facts): Audience {
  const managerId = facts.people.get(facts.ownerId)?.managerId
  if (!managerId) return nobody('no-manager', facts.ownerId)
  const above = facts.people.get(managerId)?.managerId
  if (!above) return nobody('no-manager', managerId)
  if (above !== facts.ownerId && above !== managerId) return handOn(above, step, facts)
  return behind([{ reason: 'loop', memberId: above }], admins(step, facts, new Set()))
}

/** Up the line of managers, at each of them first the person and then their backups. */
function handOn(firstId: string, step: Manner, facts: Facts): Audience {
  const passed: Passed[] = []
  const asked = new Set<string>()
  const line = new Set<string>()
  let last = firstId
  for (let id: string | null = firstId; id; id = facts.people.get(id)?.managerId ?? null) {
    if (line.has(id)) return behind([...passed, { reason: 'loop', memberId: id }], admins(step, facts, asked))
    line.add(id)
    last = id
    for (const memberId of withBackups(id, facts)) {
      if (asked.has(memberId)) continue
      asked.add(memberId)
      const reason = whyNot(memberId, step, facts)
      if (!reason) return { told: [{ memberId, ...insteadOf(passed) }], passed }
      passed.push({ reason, memberId })
    }
  }
  return behind(passed, nobody('no-manager', last))
}

/** Whoever has left has nobody who stands in: their work goes up. Whom the excluded have chosen is not asked either. */
function withBackups(id: string, { people, excluded }: Facts): readonly string[] {
  const line = [id]
  if (people.get(id)?.status === 'left') return line
  let next = excluded?.has(id) ? null : people.get(id)?.backupId
  while (next && !line.includes(next)) {
    line.push(next)
    next = excluded?.has(next) ? null : people.get(next)?.backupId
  }
  return line
}

function whyNot(id: string, step: Manner, { people, unreachable, excluded }: Facts): Reason | null {
  const status = people.get(id)?.status ?? 'left'
  if (excluded?.has(id)) return 'conflict'
  if (unreachable.has(id)) return 'unreachable'
  if (status === 'here' || (status === 'off-hours' && !step.respectWorkingHours)) return null
  return status
}

const insteadOf = (passed: readonly Passed[]): { insteadOfId?: string } => {
  const before = passed.at(-1)?.memberId
  return before ? { insteadOfId: before } : {}
}

/** Those who are here; where none of them is, those who are away as well: behind them there is nobody. */
function admins(step: Manner, facts: Facts, asked: ReadonlySet<string>): Audience {
  const left = facts.admins.filter((id) => !asked.has(id))
  const judged = left.map((memberId) => ({ memberId, reason: whyNot(memberId, step, facts) }))
  const here = judged.filter(({ reason }) => reason === null)
  const reachable = here.length > 0 ? here : judged.filter(({ reason }) => reason === 'away' || reason === 'off-hours')
  const told = reachable.map(({ memberId }) => ({ memberId }))
  const passed = judged.flatMap((one) =>
    one.reason === null || reachable.includes(one) ? [] : [{ reason: one.reason, memberId: one.memberId }],
  )
  return { told, passed: told.length > 0 ? passed : [...passed, { reason: 'no-admins' }] }
}
