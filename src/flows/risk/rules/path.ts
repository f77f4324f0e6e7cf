export const STATES = ['identified', 'assessed', 'responding', 'monitoring', 'closed'] as const
export type State = (typeof STATES)[number]

/** Where a risk can go from each state; one that is closed begins anew. */
const WAYS: Readonly<Record<State, readonly State[]>> = {
  identified: ['assessed', 'closed'],
  assessed: ['responding', 'closed'],
  responding: ['monitoring', 'closed'],
  monitoring: ['responding', 'closed'],
  closed: ['identified'],
}

export const nextStates = (state: State): readonly State[] => WAYS[state]
export const canMove = (from: State, to: State): boolean => WAYS[from].includes(to)
export const isOpen = (state: State): boolean => state !== 'closed'

/** What somebody does about a risk, in the words of the commands. */
export type Step = 'assess' | 'respond' | 'monitor' | 'review' | 'close' | 'reopen'

/** What can be done with a risk in this state, the likeliest first. */
export function stepsNow(state: State): readonly Step[] {
  switch (state) {
    case 'identified':
      return ['assess', 'close']
    case 'assessed':
      return ['respond', 'assess', 'review', 'close']
    case 'responding':
      return ['monitor', 'respond', 'assess', 'review', 'close']
    case 'monitoring':
      return ['review', 'assess', 'respond', 'close']
    case 'closed':
      return ['reopen']
  }
}
