import { type Pace, paceOf } from '../../../src/platforms/teams/pace.ts'

/** For tests of something else: an hour passes between any two messages. */
export function unhurried(): Pace {
  let now = 0
  return paceOf(() => (now += 3_600_001))
}
