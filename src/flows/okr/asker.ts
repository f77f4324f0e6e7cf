import type { Context, Reader } from '../../flow.ts'

/** Whoever asks: a person, or a program, which acts for the workspace and for nobody in particular. */
export type Asker = Reader

/** Programs are answered in English. */
export const program = (ctx: Context): Asker => ({ ...ctx, locale: 'en' })
