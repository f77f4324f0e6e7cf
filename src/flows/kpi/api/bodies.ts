import { z } from 'zod'

export const MOST_SAMPLES = 1_000
const LONGEST_NUMBER = 60

export const period = z
  .string()
  .regex(
    /^\d{4}(-W\d{2}|-Q[1-4]|-\d{2}(-\d{2})?)?$/,
    'has to be a period such as 2026-11-20, 2026-W47, 2026-11, 2026-Q4 or 2026',
  )
  .describe('Of the KPI’s length, or a day in it: 2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026.')

/** Exact as text; as a number as far as a double is. */
export const value = z
  .union([z.number(), z.string().trim().min(1).max(LONGEST_NUMBER)], {
    error: `has to be a number, or text of up to ${LONGEST_NUMBER} characters such as "1200.50"`,
  })
  .describe('Send text where a double is not exact enough.')

const Sample = z.strictObject({ period, value })
const partial = z
  .boolean()
  .default(false)
  .describe('Write what is right where something is wrong; without it nothing is written then.')

/** One value, or up to a thousand. */
export const KpiSamples = z
  .union([Sample, z.strictObject({ samples: z.array(Sample).min(1).max(MOST_SAMPLES), partial })])
  .meta({
    examples: [
      { period: '2026-W47', value: '1200000.50' },
      {
        samples: [
          { period: '2026-11-19', value: 42 },
          { period: '2026-11-20', value: '43.5' },
        ],
        partial: true,
      },
    ],
  })
export type KpiSamples = z.infer<typeof KpiSamples>

const key = z.string().trim().min(1).max(80).describe('The key of a KPI.')

/** The same for many KPIs. */
export const AllSamples = z
  .strictObject({
    samples: z
      .array(z.strictObject({ kpi: key, period, value }))
      .min(1)
      .max(MOST_SAMPLES),
    partial,
  })
  .meta({ examples: [{ samples: [{ kpi: 'revenue', period: '2026-11', value: '1200000.50' }] }] })
export type AllSamples = z.infer<typeof AllSamples>

export const Written = z.object({
  added: z.int().describe('How many periods had no value before.'),
  corrected: z.int().describe('How many had another one, which is kept.'),
  unchanged: z.int().describe('How many had this value already.'),
  problems: z.array(z.object({ path: z.string(), message: z.string() })).describe('What was not written, and why.'),
})
