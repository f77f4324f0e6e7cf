import type { FieldValue } from '../../../chat/form.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { readable } from '../intake/named.ts'
import { stepWords } from './messages/steps.ts'
import { LONGEST_IN_FORM } from './typed.ts'

const LONGEST_TEXT = 12_000

/** What somebody wrote, with mentions as people read them; `''` when nothing. Too long is refused, never cut. */
export async function written(ctx: Asking, field: string, value: FieldValue | undefined): Promise<string> {
  const typed = typeof value === 'string' ? value.trim() : ''
  const { text } = await readable(ctx, typed)
  if (text.length > LONGEST_TEXT) throw new FieldErrors({ [field]: stepWords[ctx.locale].tooLong(LONGEST_TEXT) })
  return text
}

/** The same where something has to be written. */
export async function needed(
  ctx: Asking,
  field: string,
  { value, empty }: { value: FieldValue | undefined; empty: string },
): Promise<string> {
  const text = await written(ctx, field, value)
  if (text === '') throw new FieldErrors({ [field]: empty })
  return text
}

/** What was typed after a command and goes into a form first: no longer than forms can show. */
export async function forForm(ctx: Asking, field: string, typed: string | undefined): Promise<string> {
  const text = await written(ctx, field, typed)
  if (text.length > LONGEST_IN_FORM) throw new UserError(stepWords[ctx.locale].tooLongForForm(LONGEST_IN_FORM))
  return text
}

/** Refuses when what the form has shown is not so any more. */
export function mustShow(ctx: Asking, context: string, ...now: (string | number | bigint)[]): void {
  const [, ...shown] = context.split(' ')
  if (shown.join(' ') !== now.join(' ')) throw new UserError(stepWords[ctx.locale].changed)
}
