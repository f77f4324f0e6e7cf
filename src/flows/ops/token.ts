import { record } from '../../audit/record.ts'
import { toInstant } from '../../calendar/instant.ts'
import { sayDateTime } from '../../calendar/say.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, show } from '../../flow.ts'
import type { ApiToken } from '../../generated/client.ts'
import { membersByIds } from '../../people/members.ts'
import { type ListedToken, newTokenForm, revokeCard, tokensCard } from './cards/token.ts'
import { tokenWords } from './messages/token.ts'
import { mustBeAdmin } from './must-be-admin.ts'
import { activeTokens, revokeToken, tokenNamed } from './token-store.ts'

const LIST = ['', 'list', '列表', '查看']
const NEW = ['new', '新建', '创建']
const REVOKE = ['revoke', '撤销']

export async function manageTokens(ctx: Asking, { words }: CommandLine): Promise<Reply> {
  mustBeAdmin(ctx)
  const [deed = '', ...rest] = words
  const name = rest.join(' ')
  if (LIST.includes(deed.toLowerCase())) return show(await listOf(ctx))
  if (NEW.includes(deed.toLowerCase())) return ask(newTokenForm(ctx.locale, name))
  if (REVOKE.includes(deed.toLowerCase()) && name) return askToRevoke(ctx, name)

  throw new UserError(tokenWords[ctx.locale].usage)
}

async function askToRevoke(ctx: Asking, name: string): Promise<Reply> {
  const token = await tokenNamed(ctx.db, ctx.workspace.id, name)
  if (!token) throw new UserError(tokenWords[ctx.locale].gone)

  return show(revokeCard(ctx.locale, token))
}

/** The button that takes a token's rights away. */
export async function revokeByButton(ctx: Asking, id: string): Promise<Reply> {
  mustBeAdmin(ctx)
  const token = await revokeToken(ctx, id)
  if (!token) throw new UserError(tokenWords[ctx.locale].gone)

  await record(ctx, { action: 'ops.token-revoked', subject: `token:${token.id}`, detail: { name: token.name } })
  const card = await listOf(ctx)
  const sentence = tokenWords[ctx.locale].revoked(token.name)
  return { kind: 'card', card: { ...card, blocks: [{ kind: 'text', text: sentence }, ...card.blocks] }, replaces: true }
}

async function listOf(ctx: Asking) {
  const tokens = await activeTokens(ctx.db, ctx.workspace.id)
  const makers = tokens.flatMap(({ createdById }) => createdById ?? [])
  const members = await membersByIds(ctx.db, ctx.workspace.id, makers)
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return tokensCard(
    ctx.locale,
    tokens.map((token) => listed(ctx, token, names)),
  )
}

function listed(ctx: Asking, token: ApiToken, names: ReadonlyMap<string, string>): ListedToken {
  const words = tokenWords[ctx.locale]
  const when = (at: Date) => sayDateTime(toInstant(at), ctx.actor.timeZone, ctx.locale)
  const maker = names.get(token.createdById ?? '') ?? words.somebody
  const used = token.lastUsedAt ? words.used(when(token.lastUsedAt)) : words.unused
  return { id: token.id, name: token.name, made: words.made(when(token.createdAt), maker), used }
}
