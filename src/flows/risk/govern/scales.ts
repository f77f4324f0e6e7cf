import { record } from '../../../audit/record.ts'
import type { Field } from '../../../chat/form.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { holds } from '../../../people/roles.ts'
import { isSecondLine, mustBeColleague, mustBeSecondLine } from '../authority.ts'
import { type Scales, stepWords } from '../cards/scale-fields.ts'
import { refusals } from '../messages/refusals.ts'
import { STEPS } from '../rules/grade.ts'
import { changeSettings, holdRegister, settingsOf } from '../store/settings.ts'
import { scaleSetWords } from './messages/scales.ts'

/** With its number a step still fits into a choice. */
const LONGEST_STEP = 60

/** `/risk scales`: what each step means; the second line may say it in the company's own words. */
export async function scales(ctx: Asking): Promise<Reply> {
  mustBeColleague(ctx)
  return shownScales(ctx, scalesOf(await settingsOf(ctx.db, ctx.workspace.id)))
}

export async function askForScales(ctx: Asking): Promise<Reply> {
  mustBeSecondLine(ctx)
  const { locale } = ctx
  const words = scaleSetWords[locale]
  const known = scalesOf(await settingsOf(ctx.db, ctx.workspace.id))
  const field = (name: 'likelihood' | 'impact', own: readonly string[]): Field => ({
    ...{ kind: 'text', name, label: words[name], hint: words[`${name}Hint`], lines: 'many', optional: true },
    ...(own.length > 0 && { value: own.join('\n') }),
  })
  const fields = [field('likelihood', known.likelihoodWords), field('impact', known.impactWords)]
  const context = JSON.stringify(known)
  return ask({ locale, id: 'risk.scales', title: words.title, submit: words.save, context, fields })
}

export async function saveScales(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeSecondLine(ctx)
  const words = scaleSetWords[ctx.locale]
  await holdRegister(ctx.db, ctx.workspace.id)
  const before = JSON.stringify(scalesOf(await settingsOf(ctx.db, ctx.workspace.id)))
  if (before !== context) throw new UserError(refusals[ctx.locale].stale)
  const errors: Record<string, string> = {}
  const wanted = {
    likelihoodWords: readSteps(ctx, values, { field: 'likelihood', errors }),
    impactWords: readSteps(ctx, values, { field: 'impact', errors }),
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  if (JSON.stringify(wanted) === before) return shownScales(ctx, wanted, words.same)

  await changeSettings(ctx.db, ctx.workspace.id, wanted)
  const detail = { likelihood: wanted.likelihoodWords.length, impact: wanted.impactWords.length }
  await record(ctx, { action: 'risk.scales-changed', subject: `workspace:${ctx.workspace.id}`, detail })
  return shownScales(ctx, wanted, words.saved)
}

const scalesOf = ({ likelihoodWords, impactWords }: Scales) => ({
  likelihoodWords: [...likelihoodWords],
  impactWords: [...impactWords],
})

type Reading = { field: 'likelihood' | 'impact'; errors: Record<string, string> }

function readSteps({ locale }: Asking, values: Submission['values'], { field, errors }: Reading): string[] {
  const words = scaleSetWords[locale]
  const lines = textIn(values, field)
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/\s+/gu, ' '))
    .filter((line) => line !== '')
  if (lines.length > 0 && lines.length !== STEPS.length) errors[field] = words.five(lines.length)
  else if (lines.some((line) => line.length > LONGEST_STEP)) errors[field] = words.tooLong(LONGEST_STEP)
  return lines
}

function shownScales(ctx: Asking, known: Scales, said?: string): Reply {
  const { locale } = ctx
  const words = scaleSetWords[locale]
  const [likelihood, impact] = [stepWords(locale, known, 'likelihood'), stepWords(locale, known, 'impact')]
  const mayChange = isSecondLine(ctx) && !holds(ctx.actor, 'audit')
  return show({
    ...{ locale, title: words.title, summary: said ?? words.title, ...(said && { tone: 'good' as const }) },
    blocks: [
      ...(said ? [{ kind: 'text' as const, text: said }] : []),
      { kind: 'text', style: 'heading', text: words.likelihood },
      { kind: 'list', items: likelihood },
      { kind: 'text', style: 'heading', text: words.impact },
      { kind: 'list', items: impact },
      { kind: 'context', text: words.how },
      ...(mayChange
        ? [{ kind: 'buttons' as const, buttons: [{ label: words.edit, action: 'risk.edit-scales' }] }]
        : []),
    ],
  })
}
