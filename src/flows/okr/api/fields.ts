import { z } from 'zod'
import { LONGEST_STEP } from '../limits.ts'
import { readReference } from '../rules/reference.ts'

const LONGEST_REFERENCE = 20
const LONGEST_NUMBER = 40
const LONGEST_EMAIL = 320
const MOST_ON_A_PAGE = 100
const USUAL_ON_A_PAGE = 50

const reference = (kind: 'objective' | 'key-result', such: string) =>
  z
    .string()
    .max(LONGEST_REFERENCE)
    .refine((typed) => readReference(typed)?.kind === kind, `has to be a reference such as ${such}`)

export const keyResultReference = reference('key-result', 'KR-12')
export const objectiveReference = reference('objective', 'O-3')

/** A finite number, or what people type. */
export const amount = z.union([z.number(), z.string().trim().min(1).max(LONGEST_NUMBER)], {
  error: `has to be a number, or text of up to ${LONGEST_NUMBER} characters such as "3.2万" or "40%"`,
})

/** Text on one line. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\r\n]*$/, 'has to be one line')

export const step = line(LONGEST_STEP)
export const email = z.string().trim().min(1).max(LONGEST_EMAIL)
export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MOST_ON_A_PAGE)
  .default(USUAL_ON_A_PAGE)
  .describe('How many at most.')
