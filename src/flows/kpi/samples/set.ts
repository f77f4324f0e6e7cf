import type { Temporal } from 'temporal-polyfill'
import { record } from '../../../audit/record.ts'
import { localDateOf } from '../../../calendar/occurrences.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import type { Form } from '../../../chat/form.ts'
import { FieldErrors } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { plainDecimal, sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import { mustChange } from '../authority.ts'
import { setWords } from '../messages/set.ts'
import { writePeriod } from '../rules/period.ts'
import { sayPeriod } from '../rules/say-period.ts'
import { lineIn } from '../setup/read-kpi.ts'
import type { Kpi } from '../store/kpis.ts'
import { standingAt } from '../store/samples.ts'
import { calendarOf } from '../store/settings.ts'
import { kpiCardFor } from '../views/show.ts'
import { holdLive } from '../which.ts'
import { periodIn, valueIn } from './read-sample.ts'
import { recordSamples } from './record.ts'

/** `/kpi set revenue 1.2M for:2026-W47`; without a value the form. */
export async function setByCommand(ctx: Asking, { id }: Kpi, { words, options, text }: CommandLine): Promise<Reply> {
  const kpi = await holdLive(ctx, id)
  await mustChange(ctx, kpi)
  const { for: english = '', 周期: period = english } = options
  const typed = words.join(' ')
  if (typed === '' && text.trim() === '') return ask(await formFor(ctx, kpi))
  return enter(ctx, kpi, { value: typed, period })
}

export async function askForValue(ctx: Asking, kpi: Kpi): Promise<Reply> {
  await mustChange(ctx, await holdLive(ctx, kpi.id))
  return ask(await formFor(ctx, kpi))
}

export async function submitValue(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const kpi = await holdLive(ctx, context)
  await mustChange(ctx, kpi)
  return enter(ctx, kpi, { value: lineIn(values, 'value'), period: lineIn(values, 'period') })
}

async function enter(ctx: Asking, kpi: Kpi, typed: { value: string; period: string }): Promise<Reply> {
  const value = valueIn(typed.value, kpi, ctx.locale)
  const period = periodIn(typed.period, { kpi, today: await todayOf(ctx), locale: ctx.locale })
  if ('why' in value || 'why' in period)
    throw new FieldErrors({
      ...('why' in value && { value: value.why }),
      ...('why' in period && { period: period.why }),
    })

  const sample = { kpiId: kpi.id, startsOn: period.start.toString(), value: value.value }
  const [before] = await standingAt(ctx.db, [sample])
  const { added, corrected } = await recordSamples(ctx, [sample], 'typed')
  const words = setWords[ctx.locale]
  const [when, said] = [sayPeriod(kpi.period, period.start, ctx.locale), sayDecimal(value.value, kpi.unit)]
  if (added + corrected === 0) return show(await kpiCardFor(ctx, kpi, words.same(when, said)))
  const detail = {
    ...{ period: writePeriod(kpi.period, period.start), value: plainDecimal(value.value) },
    ...(before && { before: plainDecimal(before.value) }),
  }
  await record(ctx, { action: corrected ? 'kpi.corrected' : 'kpi.sampled', subject: `kpi:${kpi.id}`, detail })
  const sentence = before ? words.corrected(when, sayDecimal(before.value, kpi.unit), said) : words.entered(when, said)
  return show(await kpiCardFor(ctx, kpi, sentence))
}

async function formFor(ctx: Asking, kpi: Kpi): Promise<Form> {
  const words = setWords[ctx.locale]
  const today = writePeriod(kpi.period, periodStart(kpi, await todayOf(ctx)))
  return {
    ...{ locale: ctx.locale, id: 'kpi.set', title: kpi.name.slice(0, 60), submit: words.save, context: kpi.id },
    fields: [
      { kind: 'text', name: 'value', label: words.value(kpi.unit), hint: words.valueHint, maxLength: 60 },
      { kind: 'text', name: 'period', label: words.period, hint: words.periodHint, value: today, maxLength: 40 },
    ],
  }
}

const periodStart = (kpi: Kpi, today: Temporal.PlainDate): Temporal.PlainDate => {
  const period = periodIn('', { kpi, today, locale: 'en' })
  return 'why' in period ? today : period.start
}

const todayOf = async ({ db, workspace, now }: Asking): Promise<Temporal.PlainDate> =>
  localDateOf(now, (await calendarOf(db, workspace.id)).timeZone)
