import type { z } from 'zod'

export type Problem = { path: string; message: string }
export type Because = {
  problems?: readonly Problem[]
  /** How it is now, where that is why. */
  present?: object
}

/** Why a program does not get what it asked for, as it is answered. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly problems: readonly Problem[]
  readonly present: object | undefined

  constructor(status: number, why: string, { problems = [], present }: Because = {}) {
    super(why)
    this.status = status
    this.problems = problems
    this.present = present
  }
}

/** What zod found, by the way to it: `customer.name`. */
export const problemsIn = (error: z.ZodError): Problem[] =>
  error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
