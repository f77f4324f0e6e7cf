import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply } from '../../../flow.ts'
import { linkedTo, type Subject, subjectMeant } from '../../../links/links.ts'
import { tieWords } from '../../../links/messages.ts'
import { mustNotAudit } from '../authority.ts'
import { LONGEST_TITLE } from '../limits.ts'
import { newRiskForm } from '../register/cards/risk-form.ts'
import { categoriesOf } from '../store/categories.ts'
import { settingsOf } from '../store/settings.ts'
import { KIND } from '../subject.ts'
import { makeWords } from './messages/ties.ts'

/** The button at something of another flow, by its reference: the form of a new risk, with what is known of it. */
export async function askToMake(ctx: Asking, reference: string): Promise<Reply> {
  mustNotAudit(ctx)
  const subject = await subjectMeant(ctx, reference)
  if (!subject) throw new UserError(tieWords[ctx.locale].unknown(reference.slice(0, 60)))
  const preset = { title: titleOf(subject), ownerId: ctx.actor.id }
  const categories = await categoriesOf(ctx.db, ctx.workspace.id)
  const scales = await settingsOf(ctx.db, ctx.workspace.id)
  const from = [subject.reference, ...(await risksOf(ctx, subject)).map((one) => one.reference)].join(' ')
  return ask(newRiskForm(ctx.locale, preset, { categories, scales, links: subject.reference, from }))
}

/** Refuses a form that was opened before somebody else made a risk of the same thing; the caller holds the register. */
export async function mustBeFirst(ctx: Asking, context: string): Promise<void> {
  const [reference = '', ...known] = context.split(' ')
  const subject = reference === '' ? null : await subjectMeant(ctx, reference)
  if (!subject) return
  const others = (await risksOf(ctx, subject)).filter((one) => !known.includes(one.reference))
  if (others.length === 0) return
  const names = others.map(({ name }) => name).join(' · ')
  throw new FieldErrors({ '': makeWords[ctx.locale].meanwhile(subject.reference, names) })
}

const risksOf = async (ctx: Asking, { subject }: Subject): Promise<Subject[]> =>
  (await linkedTo(ctx, subject)).filter((one) => one.subject.startsWith(KIND))

/** What people call it, without its reference and how it stands. */
function titleOf({ name, reference }: Subject): string {
  const [first = ''] = name.slice(name.startsWith(reference) ? reference.length : 0).split(' · ')
  return first.trim().slice(0, LONGEST_TITLE)
}
