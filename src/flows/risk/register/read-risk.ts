import type { FormValues } from '../../../chat/form.ts'
import { lineIn, textIn } from '../../../chat/typed.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { type Subject, subjectMeant } from '../../../links/links.ts'
import { tieWords } from '../../../links/messages.ts'
import { isColleague, memberById } from '../../../people/members.ts'
import { holds } from '../../../people/roles.ts'
import { LONGEST_PART, LONGEST_TEXT, LONGEST_TITLE } from '../limits.ts'
import { categoryById } from '../store/categories.ts'
import type { Risk } from '../store/risks.ts'
import { registerWords } from './messages/register.ts'

export type Terms = Pick<
  Risk,
  'title' | 'description' | 'cause' | 'event' | 'consequence' | 'categoryId' | 'ownerId' | 'line'
>
export type Errors = Record<string, string>
type Form = { values: FormValues; errors: Errors }

/** What the form says; whatever is wrong stands beside its field in `errors`. `of` is the risk that is there already. */
export async function readRisk(ctx: Asking, values: FormValues, of?: Risk): Promise<{ terms: Terms; errors: Errors }> {
  const form: Form = { values, errors: {} }
  const title = lineIn(values, 'title')
  if (title === '') form.errors.title = registerWords[ctx.locale].titleEmpty
  else refuseLong(ctx, form, 'title', LONGEST_TITLE)
  const terms: Terms = {
    title,
    description: long(ctx, form, 'description', LONGEST_TEXT),
    cause: long(ctx, form, 'cause', LONGEST_PART),
    event: long(ctx, form, 'event', LONGEST_PART),
    consequence: long(ctx, form, 'consequence', LONGEST_PART),
    categoryId: await readCategory(ctx, form, of?.categoryId),
    ownerId: await readOwner(ctx, form, of?.ownerId),
    line: [1, 2, 3].find((line) => String(line) === values.line) ?? of?.line ?? 1,
  }
  return { terms, errors: form.errors }
}

export function mustBeRight(errors: Errors): void {
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
}

/** What stands in the field of links, each once. */
export async function readLinks(ctx: Asking, values: FormValues, errors: Errors): Promise<Subject[]> {
  const typed = lineIn(values, 'links').split(/[\s,，、;；]+/u)
  const found: Subject[] = []
  for (const reference of typed.filter((one) => one !== '').slice(0, MOST_LINKS)) {
    const subject = await subjectMeant(ctx, reference)
    if (!subject) errors.links = tieWords[ctx.locale].unknown(reference.slice(0, 60))
    else if (found.every((one) => one.subject !== subject.subject)) found.push(subject)
  }
  return found
}
const MOST_LINKS = 20

function long(ctx: Asking, form: Form, field: string, most: number): string | null {
  refuseLong(ctx, form, field, most)
  return textIn(form.values, field) || null
}

function refuseLong({ locale }: Asking, { values, errors }: Form, field: string, most: number): void {
  const { length } = textIn(values, field)
  if (length > most) errors[field] = registerWords[locale].tooLong(most, length)
}

async function readCategory(ctx: Asking, { values, errors }: Form, present = ''): Promise<string> {
  const id = textIn(values, 'category') || present
  const category = id === present ? null : await categoryById(ctx.db, ctx.workspace.id, id)
  if (id !== present && category?.archivedAt !== null) errors.category = registerWords[ctx.locale].categoryGone
  if (id === '') errors.category = registerWords[ctx.locale].categoryGone
  return id
}

/** Anybody may report a risk of somebody else's; the third line owns none. */
async function readOwner(ctx: Asking, { values, errors }: Form, present?: string): Promise<string> {
  const id = textIn(values, 'owner') || present || ctx.actor.id
  if (id === present) return id
  const owner = await memberById(ctx.db, ctx.workspace.id, id)
  const words = registerWords[ctx.locale]
  if (!owner || !isColleague(owner)) errors.owner = words.ownerGone
  else if (holds(owner, 'audit')) errors.owner = words.ownerAudits(owner.name)
  return id
}
