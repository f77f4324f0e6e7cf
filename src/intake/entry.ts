import type { Flow } from '../flow.ts'
import type { ApiCall } from './call.ts'
import type { ApiQuestion } from './question.ts'

/** What programs find at one address: something to ask, something to have done, or both. */
export type ApiEntry = { get?: ApiQuestion; post?: ApiCall }

/** All of them by their names, as the flows list them. */
export const entriesOf = (flows: readonly Flow[]): [string, ApiEntry][] =>
  flows.flatMap(({ api = {} }) => Object.entries(api))
