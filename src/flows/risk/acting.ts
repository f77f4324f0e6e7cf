import type { Asking, Context } from '../../flow.ts'

/** Somebody does something, in a chat or on a page of ours. */
export type Acting = Context & Pick<Asking, 'actor' | 'locale'>
