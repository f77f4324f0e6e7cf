import type { Policy } from '../../../escalation/rules/policy.ts'

/** Minutes of somebody's working hours. */
const WORKING_DAY = 8 * 60

/** How overdue reviews and actions go up unless the settings name a policy: nobody's evening depends on them. */
export const RISK_POLICY: Policy = {
  name: 'Risks',
  version: 1,
  steps: [
    { after: 0, clock: 'working', tell: { to: 'manager' }, repeatEvery: 2 * WORKING_DAY, times: 1 },
    { after: WORKING_DAY, clock: 'working', tell: { to: 'managers-manager' }, repeatEvery: 5 * WORKING_DAY, times: 2 },
  ],
  progress: { minutes: 5 * WORKING_DAY, clock: 'working' },
}
