import { z } from 'zod'
import { HEALTHS } from '../rules/health.ts'

const date = z.iso.date()
const steps = z.array(z.object({ name: z.string(), done: z.boolean() }))

/** A key result as it stands, as programs read it. */
export const KeyResultShape = z.object({
  reference: z.string().describe('Such as KR-12.'),
  title: z.string(),
  owner: z.string().optional().describe('The name of whoever has it.'),
  objective: z.string().describe('The reference of its objective, such as O-3.'),
  cycle: z.string().describe('The name of its cycle, such as 2026 Q4.'),
  kind: z.enum(['numeric', 'percent', 'milestone']),
  start: z.number(),
  target: z.number(),
  unit: z.string().optional(),
  direction: z.enum(['up', 'down']),
  weight: z.number(),
  kpi: z.string().optional().describe('The key of the KPI that it follows.'),
  value: z
    .number()
    .describe('The one that counts now: its start until somebody checks in; of milestones how many are done.'),
  steps: steps.optional().describe('Of milestones only.'),
  score: z.number().min(0).max(1).describe('From start to target, in two decimals.'),
  health: z.enum(HEALTHS).describe('Where the score leads at this pace.'),
  confidence: z.int().min(0).max(10).optional(),
  checkedInFor: date.optional().describe('The date of the check-in that counts now.'),
  version: z.int().min(0).describe('How many check-ins there are.'),
})
export type KeyResultShape = z.infer<typeof KeyResultShape>

export const CheckInShape = z.object({
  version: z.int().min(1).describe('Which one it is of its key result, counted from 1 as they were written.'),
  forDate: date.describe('The date that it counts for, by the cycle’s zone.'),
  value: z.number(),
  steps: z.array(z.string()).optional().describe('Of milestones only: those that were done.'),
  confidence: z.int().min(0).max(10).optional(),
  note: z.string().optional(),
  by: z.string().optional().describe('The name of whoever wrote it; absent where a program did.'),
  source: z.enum(['chat', 'api', 'import', 'kpi']),
  at: z.iso.datetime(),
  counts: z.boolean().describe('Whether it is the one that counts now: the last written of the latest date.'),
})
export type CheckInShape = z.infer<typeof CheckInShape>
