import type { Step } from './policy.ts'

/** The steps from the first one that tells the manager, at once; where there is none, one is put before the others. */
export function stepsFromManager(steps: readonly Step[]): readonly Step[] {
  const [first, ...later] = steps.slice(steps.findIndex(tellsManager))
  if (!first || !tellsManager(first)) return [{ after: 0, clock: 'calendar', tell: { to: 'manager' } }, ...steps]
  return [{ ...first, after: 0 }, ...later]
}

const tellsManager = ({ tell }: Step): boolean => tell.to === 'manager'
