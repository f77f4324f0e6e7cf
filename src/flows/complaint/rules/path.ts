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

/** What somebody does about a complaint, in the words of the commands. */
export type Step =
  | 'acknowledge'
  | 'investigate'
  | 'propose'
  | 'approve'
  | 'reject'
  | 'reply'
  | 'close'
  | 'reopen'
  | 'withdraw'
  | 'merge'
/** Of the newest proposal. */
export type Approval = 'pending' | 'given' | 'not needed'

/** What can be done with a complaint in this state, the likeliest first. */
export function stepsNow(state: State, approval: Approval): readonly Step[] {
  switch (state) {
    case 'received':
      return ['acknowledge', ...ENDINGS]
    case 'acknowledged':
    case 'reopened':
      return ['investigate', ...ENDINGS]
    case 'investigating':
      return ['propose', 'investigate', ...ENDINGS]
    case 'proposed':
      return [...(approval === 'pending' ? DECISIONS : REPLY), 'propose', 'investigate', ...ENDINGS]
    case 'replied':
      return ['close', 'reopen']
    case 'closed':
      return ['reopen']
    case 'merged':
    case 'withdrawn':
      return []
  }
}

const ENDINGS: readonly Step[] = ['merge', 'withdraw']
const DECISIONS: readonly Step[] = ['approve', 'reject']
const REPLY: readonly Step[] = ['reply']
