import { expect, it } from 'vitest'
import { stepsFromManager } from '../../../src/escalation/rules/beginning.ts'
import { FIRST_POLICY, type Step } from '../../../src/escalation/rules/policy.ts'

const step = (after: number, to: 'owner' | 'manager' | 'admins', more: Partial<Step> = {}): Step => ({
  ...{ after, clock: 'calendar', tell: { to } },
  ...more,
})

it('begins at the first step that tells the manager, at once, and keeps all that follow', () => {
  const [, , ...later] = FIRST_POLICY.steps

  expect(stepsFromManager(FIRST_POLICY.steps)).toEqual([step(0, 'manager'), ...later])
  expect(
    stepsFromManager([step(0, 'owner'), step(30, 'manager', { repeatEvery: 15, times: 2 }), step(60, 'manager')]),
  ).toEqual([step(0, 'manager', { repeatEvery: 15, times: 2 }), step(60, 'manager')])
})

it('begins with a step of its own where none tells the manager', () => {
  const steps = [step(0, 'owner'), step(30, 'admins')]

  expect(stepsFromManager(steps)).toEqual([step(0, 'manager'), ...steps])
  expect(stepsFromManager([])).toEqual([step(0, 'manager')])
})
