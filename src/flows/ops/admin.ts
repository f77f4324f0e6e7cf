import { record } from '../../audit/record.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import type { Member } from '../../database/types.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { adminsOf, isAdmin, memberById } from '../../people/members.ts'
import { grant, revoke } from '../../people/roles.ts'
import { note } from './cards/note.ts'
import { adminsCard, givingUpCard } from './cards/people.ts'
import { colleague } from './colleague.ts'
import { peopleWords } from './messages/people.ts'
import { namesStranger } from './rules/people.ts'

const GRANT = ['grant', '授予', '添加']
const REVOKE = ['revoke', '撤销', '移除']

export async function administer(ctx: Asking, line: CommandLine): Promise<Reply> {
  const deed = line.words[0]?.toLowerCase() ?? ''
  const [who, ...more] = line.people
  if (deed === '' && !who) return show(adminsCard(ctx.locale, await adminsOf(ctx.db, ctx.workspace.id)))
  if (!isAdmin(ctx.actor)) throw new UserError(peopleWords[ctx.locale].adminOnly)
  if (namesStranger(line)) throw new UserError(peopleWords[ctx.locale].stranger)
  if (!who || more.length > 0 || line.words.length > 1) throw new UserError(peopleWords[ctx.locale].adminUsage)

  if (GRANT.includes(deed)) return grantTo(ctx, who)
  if (REVOKE.includes(deed)) return who === ctx.actor.id ? show(givingUpCard(ctx.locale)) : revokeFrom(ctx, who)
  throw new UserError(peopleWords[ctx.locale].adminUsage)
}

/** The button by which an administrator confirms that they no longer want to be one. */
export function giveUpAdmin(ctx: Asking): Promise<Reply> {
  return withdraw(ctx, ctx.actor)
}

async function grantTo(ctx: Asking, id: string): Promise<Reply> {
  const member = await colleague(ctx, 'member', id)
  if (isAdmin(member)) return show(note(ctx.locale, peopleWords[ctx.locale].already(member.name)))

  await grant(ctx.db, member, 'admin')
  await record(ctx, { action: 'ops.admin-granted', subject: `member:${id}` })
  return show(note(ctx.locale, peopleWords[ctx.locale].granted(member.name), 'good'))
}

async function revokeFrom(ctx: Asking, id: string): Promise<Reply> {
  const member = await memberById(ctx.db, ctx.workspace.id, id)
  if (!member) throw new UserError(peopleWords[ctx.locale].stranger)

  return withdraw(ctx, member)
}

async function withdraw(ctx: Asking, member: Member): Promise<Reply> {
  const words = peopleWords[ctx.locale]
  if (!isAdmin(member)) return show(note(ctx.locale, words.never(member.name)))
  if ((await revoke(ctx.db, member, 'admin')) === 'last') throw new UserError(words.last)

  await record(ctx, { action: 'ops.admin-revoked', subject: `member:${member.id}` })
  return show(note(ctx.locale, words.revoked(member.name), 'good'))
}
