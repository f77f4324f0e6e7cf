import type { Policy, Step } from '../../escalation/rules/policy.ts'
import type { Level } from './levels.ts'

/** Minutes of somebody's working hours. */
const WORKING_DAY = 8 * 60

const owner = (repeatEvery: number, clock: Step['clock'] = 'calendar'): Step => ({
  ...{ after: 0, clock, tell: { to: 'owner' }, repeatEvery, times: 1 },
})
const then = (to: 'manager' | 'managers-manager' | 'admins', after: number, clock: Step['clock']): Step => ({
  ...{ after, clock, tell: { to } },
})

/** How alerts go up where the settings name no policy: what is critical at any hour, what is not by working hours. */
export const POLICIES: Record<Level, Policy> = {
  critical: policy('Alert, critical', 8 * 60, [
    owner(10),
    then('manager', 10, 'calendar'),
    then('managers-manager', 20, 'calendar'),
    then('admins', 20, 'calendar'),
  ]),
  high: policy('Alert, high', 24 * 60, [
    owner(30),
    then('manager', 30, 'calendar'),
    then('managers-manager', 60, 'calendar'),
    then('admins', 60, 'calendar'),
  ]),
  moderate: policy('Alert, moderate', 3 * WORKING_DAY, [
    owner(240),
    then('manager', WORKING_DAY, 'working'),
    then('managers-manager', WORKING_DAY, 'working'),
  ]),
  low: policy('Alert, low', 5 * WORKING_DAY, [owner(24 * 60), then('manager', 2 * WORKING_DAY, 'working')]),
}

function policy(name: string, progressMinutes: number, steps: readonly Step[]): Policy {
  const clock = steps.at(-1)?.clock ?? 'calendar'
  return { name, version: 1, steps, progress: { minutes: progressMinutes, clock } }
}

/** The owner hears at once, whatever the policy begins with. */
export function ownerFirst({ steps, ...rest }: Policy): Policy {
  const [first] = steps
  const isFirst = first?.tell.to === 'owner' && first.after === 0
  return { ...rest, steps: isFirst ? steps : [{ after: 0, clock: 'calendar', tell: { to: 'owner' } }, ...steps] }
}
