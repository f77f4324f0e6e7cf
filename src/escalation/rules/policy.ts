/** What runs while somebody is waited for: all of the time, or the owner's working hours. */
export type Clock = 'calendar' | 'working'

/** In whole minutes of its clock. */
export type Wait = { minutes: number; clock: Clock }

/** Whom a step tells; backup and managers are the owner's. */
export type Tell =
  | { to: 'owner' | 'backup' | 'manager' | 'managers-manager' | 'admins' }
  | { to: 'member'; memberId: string }
  | { to: 'channel'; channelId: string }

export type Step = {
  /** Since what fired before it, or since the walk began. */
  after: number
  clock: Clock
  tell: Tell
  /** Minutes of the same clock, with how many times after the first. */
  repeatEvery?: number
  times?: number
  /** Whoever is outside their working hours is passed over. */
  respectWorkingHours?: true
}

/** As it is frozen into an escalation. */
export type Policy = {
  name: string
  version: number
  steps: readonly Step[]
  /** How long whoever took it may show no progress. */
  progress: Wait
}

export const MOST_STEPS = 12
export const LONGEST_WAIT_MINUTES = 30 * 24 * 60
export const SHORTEST_REPEAT_MINUTES = 5
export const MOST_REPEATS = 20
/** Of `every 15m` without a number. */
export const USUAL_REPEATS = 3
export const SHORTEST_PROGRESS_MINUTES = 5

/** What a workspace begins with. */
export const FIRST_POLICY: Pick<Policy, 'steps' | 'progress'> = {
  steps: [
    { after: 0, clock: 'calendar', tell: { to: 'owner' }, repeatEvery: 30, times: 1 },
    { after: 30, clock: 'calendar', tell: { to: 'manager' } },
    { after: 60, clock: 'calendar', tell: { to: 'managers-manager' } },
    { after: 60, clock: 'calendar', tell: { to: 'admins' } },
  ],
  progress: { minutes: 24 * 60, clock: 'calendar' },
}
