import { record } from '../../audit/record.ts'
import { nearestLocale } from '../../chat/locale.ts'
import type { Member } from '../../database/types.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { forgetIdentities } from '../../people/forget-identities.ts'
import { forgetShown } from '../../people/forget-shown.ts'
import { memberById } from '../../people/members.ts'
import { eraseMemberCard } from './cards/erase.ts'
import { note } from './cards/note.ts'
import { forgetQuestion } from './forget-question.ts'
import { eraseWords } from './messages/erase.ts'
import { mustBeAdmin } from './must-be-admin.ts'

export async function askToEraseMember(ctx: Asking, id: string): Promise<Reply> {
  const member = await whoHasLeft(ctx, id)
  return show(eraseMemberCard(ctx.locale, member, formerName(ctx)))
}

/** The button that takes the name from everything that a former colleague has done. */
export async function eraseMember(ctx: Asking, id: string): Promise<Reply> {
  mustBeAdmin(ctx)
  await ctx.db.$queryRaw`SELECT 1 FROM "Member" WHERE "id" = ${id} AND "workspaceId" = ${ctx.workspace.id} FOR UPDATE`
  const { id: memberId, name: known } = await whoHasLeft(ctx, id)

  const name = formerName(ctx)
  await ctx.db.member.update({ where: { id: memberId }, data: { name, email: null } })
  await forgetIdentities(ctx.db, memberId)
  await forgetShown(ctx.db, ctx.workspace.id, known)
  await forgetQuestion(ctx, { action: 'ops.erase-member', value: memberId })
  await record(ctx, { action: 'ops.erased', subject: `member:${memberId}` })
  return { kind: 'card', card: note(ctx.locale, eraseWords[ctx.locale].memberDone(name), 'good'), replaces: true }
}

/** A member with something left to erase. */
async function whoHasLeft(ctx: Asking, id: string): Promise<Member> {
  const words = eraseWords[ctx.locale]
  const member = await memberById(ctx.db, ctx.workspace.id, id)
  if (!member) throw new UserError(words.stranger)
  if (member.leftAt === null) throw new UserError(words.isHere(member.name))
  const isKnown = await ctx.db.identity.findFirst({ where: { memberId: member.id } })
  if (!isKnown && member.email === null) throw new UserError(words.already)

  return member
}

/** In the language of the workspace, as everybody reads it. */
const formerName = ({ workspace }: Asking): string => eraseWords[nearestLocale(workspace.locale)].former
