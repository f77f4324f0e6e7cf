import { lineIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, type Submission } from '../../../flow.ts'
import { type Subject, subjectMeant } from '../../../links/links.ts'
import { tieWords } from '../../../links/messages.ts'
import { readReference } from '../rules/reference.ts'
import { mustBeColleague, objectiveByReference, objectiveOf } from '../which.ts'
import { MOST_CHOICES, tieForm } from './cards/tie-form.ts'
import { tieTo, untieFrom } from './link.ts'
import { lookWords } from './messages/looking.ts'
import { objectivesToTie } from './store/objectives-to-tie.ts'

/** The button at something of another flow, by its reference: to which objective? */
export async function askForTie(ctx: Asking, reference: string): Promise<Reply> {
  mustBeColleague(ctx)
  const other = await meant(ctx, reference)
  const choices = await objectivesToTie(ctx, MOST_CHOICES + 1)
  if (choices.length === 0) throw new UserError(lookWords[ctx.locale].nothingToTie)
  return ask(tieForm(ctx.locale, other, choices))
}

export async function tieByForm(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  mustBeColleague(ctx)
  const chosen = lineIn(values, 'objective')
  if (chosen === '') throw new FieldErrors({ objective: lookWords[ctx.locale].whichToTie })
  const isTyped = readReference(chosen) !== null
  return tieTo(ctx, isTyped ? await objectiveByReference(ctx, chosen) : await objectiveOf(ctx, chosen), context)
}

/** The button, by the objective and the other's reference. */
export async function untieByButton(ctx: Asking, value: string): Promise<Reply> {
  const [, ...reference] = value.split(' ')
  return untieFrom(ctx, await objectiveOf(ctx, value), reference.join(' '))
}

async function meant(ctx: Asking, reference: string): Promise<Subject> {
  const other = await subjectMeant(ctx, reference)
  if (!other) throw new UserError(tieWords[ctx.locale].unknown(reference.slice(0, 60)))
  return other
}
