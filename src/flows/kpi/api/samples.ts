import type { Context } from '../../../flow.ts'
import { apiCall } from '../../../intake/call.ts'
import { Refusal } from '../../../intake/refusal.ts'
import { noteSamples } from '../samples/note.ts'
import { recordSamples } from '../samples/record.ts'
import { kpiCalled } from './ask.ts'
import { AllSamples, KpiSamples, Written } from './bodies.ts'
import { readSamples, type Sent } from './read-samples.ts'

export const sampleKpi = apiCall<KpiSamples>({
  does: 'Writes values of a KPI, one or up to a thousand, in any order; another value for a period is a correction.',
  body: KpiSamples,
  answer: Written,
  run: async (ctx, body, { key = '' }) => {
    const kpi = await kpiCalled(ctx, key)
    if (!('samples' in body)) return write(ctx, [{ ...body, path: '', kpi: kpi.key }], { partial: false })
    const sent = body.samples.map((one, at) => ({ ...one, path: `samples.${at}.`, kpi: kpi.key }))
    return write(ctx, sent, body)
  },
})

export const sampleAll = apiCall<AllSamples>({
  does: 'Writes values of many KPIs, up to a thousand, in any order; another value for a period is a correction.',
  body: AllSamples,
  answer: Written,
  run: (ctx, body) =>
    write(
      ctx,
      body.samples.map((one, at) => ({ ...one, path: `samples.${at}.` })),
      body,
    ),
})

/** All of them or nothing, unless a part is wanted. */
async function write(ctx: Context, sent: readonly Sent[], { partial }: { partial: boolean }) {
  const { samples, problems } = await readSamples(ctx, sent)
  if (problems.length > 0 && !partial)
    throw new Refusal(422, 'Some values do not fit; nothing was written.', { problems })

  const { added, corrected } = await recordSamples(ctx, samples, 'http')
  await noteSamples(ctx, samples, 'http')
  return { added, corrected, unchanged: samples.length - added - corrected, problems }
}
