import type { z } from 'zod'

export type Problem = { path: string; message: string }

/** Why a program does not get what it asked for, as it is answered. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly problems: readonly Problem[]

  constructor(status: number, why: string, problems: readonly Problem[] = []) {
    super(why)
    this.status = status
    this.problems = problems
  }
}

/** What zod found, by the way to it: `customer.name`. */
export const problemsIn = (error: z.ZodError): Problem[] =>
  error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
