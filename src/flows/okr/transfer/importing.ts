import type { Asking, Context } from '../../../flow.ts'

/** Somebody brings in a file, on a page of ours and not in a chat. */
export type Importing = Context & Pick<Asking, 'actor' | 'locale'>
