export type State =
  | 'received'
  | 'acknowledged'
  | 'investigating'
  | 'proposed'
  | 'replied'
  | 'closed'
  | 'reopened'
  | 'merged'
  | 'withdrawn'

/** Where a complaint can go from each state; `merged` and `withdrawn` are ends. */
const WAYS: Readonly<Record<State, readonly State[]>> = {
  received: ['acknowledged', 'merged', 'withdrawn'],
  acknowledged: ['investigating', 'merged', 'withdrawn'],
  investigating: ['proposed', 'merged', 'withdrawn'],
  proposed: ['investigating', 'replied', 'merged', 'withdrawn'],
  replied: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['investigating', 'merged', 'withdrawn'],
  merged: [],
  withdrawn: [],
}

export const nextStates = (state: State): readonly State[] => WAYS[state]
export const canMove = (from: State, to: State): boolean => WAYS[from].includes(to)

/** Somebody still has to do something for the customer; one that is replied only waits for the customer's verdict. */
export const isOpen = (state: State): boolean => !ENDS.includes(state)
export const ENDS: readonly State[] = ['closed', 'merged', 'withdrawn']
