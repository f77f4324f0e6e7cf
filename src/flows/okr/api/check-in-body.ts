import { z } from 'zod'
import { LONGEST_TEXT, MOST_STEPS } from '../limits.ts'
import { amount, keyResultReference, step } from './fields.ts'

/** What a program sends of a check-in. */
export const CheckInBody = z
  .strictObject({
    keyResult: keyResultReference.describe('Such as KR-12.'),
    value: amount
      .optional()
      .describe('A number, or text as people type it: "3.2万", "40%"; "+3" and "-3" are added to the value.'),
    steps: z.array(step).max(MOST_STEPS).optional().describe('Of milestones: the names of all that are done.'),
    confidence: z.int().min(0).max(10).optional().describe('How sure it is that it will be reached.'),
    note: z.string().trim().max(LONGEST_TEXT).optional(),
    forDate: z.iso
      .date()
      .optional()
      .describe('A day of the cycle that has come; today, by the cycle’s zone, without it.'),
    version: z.int().min(0).optional().describe('How many check-ins the program knew of: where there are more, 409.'),
  })
  .meta({
    examples: [
      { keyResult: 'KR-12', value: 42, confidence: 7, note: 'The trial mail helped.', version: 3 },
      { keyResult: 'KR-12', value: '3.2万' },
      { keyResult: 'KR-13', steps: ['Plan', 'Build'] },
    ],
  })
export type CheckInBody = z.infer<typeof CheckInBody>
