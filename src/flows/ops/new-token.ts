import { record } from '../../audit/record.ts'
import { FieldErrors } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { hashOf, newToken } from '../../intake/tokens.ts'
import { holdPeople } from '../../people/members.ts'
import { madeCard, newTokenForm } from './cards/token.ts'
import { tokenWords } from './messages/token.ts'
import { mustBeAdmin } from './must-be-admin.ts'
import { createToken, tokenNamed } from './token-store.ts'

const LONGEST_NAME = 60

export async function askForToken(ctx: Asking): Promise<Reply> {
  mustBeAdmin(ctx)
  return ask(newTokenForm(ctx.locale, ''))
}

/** What answers a form is never said through the outbox, so the token stands nowhere but before the asker's eyes. */
export async function makeToken(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeAdmin(ctx)
  const name = await freeName(ctx, typeof values.name === 'string' ? values.name.trim() : '')
  const token = newToken()
  const { id } = await createToken(ctx, { name, hash: hashOf(token) })
  await record(ctx, { action: 'ops.token-created', subject: `token:${id}`, detail: { name } })
  return show(madeCard(ctx.locale, name, token))
}

async function freeName(ctx: Asking, name: string): Promise<string> {
  const words = tokenWords[ctx.locale]
  if (name === '') throw new FieldErrors({ name: words.nameMissing })
  if (name.length > LONGEST_NAME) throw new FieldErrors({ name: words.nameLong(LONGEST_NAME) })
  // Two who choose the same name at once go one after the other.
  await holdPeople(ctx.db, ctx.workspace.id)
  if (await tokenNamed(ctx.db, ctx.workspace.id, name)) throw new FieldErrors({ name: words.nameTaken(name) })
  return name
}
