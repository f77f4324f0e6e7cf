import type { FormValues } from '../../../chat/form.ts'
import { LOCALES } from '../../../chat/locale.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { isColleague, membersByIds } from '../../../people/members.ts'
import { SEVERITIES, TYPES, VIAS } from '../rules/classes.ts'
import type { Filing } from './file.ts'
import { isLink, LONGEST_CONTACT, LONGEST_NAME, LONGEST_PRODUCT, LONGEST_WHAT, MOST_LINKS } from './limits.ts'
import { formWords } from './messages/form.ts'

export type Typed = Omit<Filing, 'source' | 'message'>
type Errors = Record<string, string>
type Reading = { values: FormValues; words: (typeof formWords)['en']; errors: Errors }

/** What the form says; whatever is wrong stands beside its field. */
export async function readComplaint(ctx: Asking, values: FormValues): Promise<Typed> {
  const form: Reading = { values, words: formWords[ctx.locale], errors: {} }
  const contact = text(form, 'contact', LONGEST_CONTACT)
  const product = oneLine(text(form, 'product', LONGEST_PRODUCT))
  const locale = chosen(form, 'language', LOCALES)
  const severity = chosen(form, 'severity', SEVERITIES)
  const type = chosen(form, 'type', TYPES)
  const typed: Typed = {
    customer: { name: readName(form), ...(contact && { contact }), ...(locale && { locale }) },
    what: readWhat(form),
    via: chosen(form, 'via', VIAS) ?? 'other',
    namedIds: await readNamed(ctx, form),
    evidence: readLinks(form),
    confidential: values.confidential === true,
    ...(product && { product }),
    ...(severity && { severity }),
    ...(type && { type }),
  }
  if (Object.keys(form.errors).length > 0) throw new FieldErrors(form.errors)
  return typed
}

const oneLine = (typed: string): string => typed.replace(/\s+/gu, ' ')

function text({ values, words, errors }: Reading, field: string, most: number): string {
  const value = values[field]
  const typed = typeof value === 'string' ? value.trim() : ''
  if (typed.length > most) errors[field] = words.long(most)
  return typed
}

function readName(form: Reading): string {
  const name = oneLine(text(form, 'customer', LONGEST_NAME))
  if (name === '') form.errors.customer = form.words.customerEmpty
  return name
}

function readWhat(form: Reading): string {
  const what = text(form, 'what', Number.POSITIVE_INFINITY)
  if (what === '') form.errors.what = form.words.whatEmpty
  if (what.length > LONGEST_WHAT) form.errors.what = form.words.whatLong(LONGEST_WHAT)
  return what
}

/** Left empty: undefined. */
function chosen<Value extends string | number>(
  form: Reading,
  field: string,
  options: readonly Value[],
): Value | undefined {
  const typed = text(form, field, Number.POSITIVE_INFINITY)
  const found = options.find((option) => String(option) === typed)
  if (typed !== '' && found === undefined) form.errors[field] = form.words.choose
  return found
}

function readLinks(form: Reading): string[] {
  const { words, errors } = form
  const lines = text(form, 'evidence', Number.POSITIVE_INFINITY)
    .split(/\r?\n/)
    .map((line) => line.trim())
  for (const [at, line] of lines.entries())
    if (line !== '' && !isLink(line)) errors.evidence ??= words.linkWrong(at + 1, line.slice(0, 60))
  const links = [...new Set(lines.filter((line) => line !== ''))]
  if (links.length > MOST_LINKS) errors.evidence = words.linksMany(MOST_LINKS)
  return links
}

async function readNamed({ db, workspace }: Asking, { values, words, errors }: Reading): Promise<string[]> {
  const ids = Array.isArray(values.named) ? [...new Set<string>(values.named)] : []
  const members = await membersByIds(db, workspace.id, ids)
  if (members.length < ids.length || !members.every(isColleague)) errors.named = words.namedUnknown
  return ids
}
