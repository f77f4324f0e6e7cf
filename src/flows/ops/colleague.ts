import type { Member } from '../../database/types.ts'
import { FieldErrors } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { memberById } from '../../people/members.ts'
import { peopleWords } from './messages/people.ts'
import { unfitness } from './rules/people.ts'

/** Somebody of this workspace who may be told anything; otherwise a sentence stands beside that field. */
export async function colleague(ctx: Asking, field: string, id: string): Promise<Member> {
  const member = await memberById(ctx.db, ctx.workspace.id, id)
  if (!member) throw new FieldErrors({ [field]: peopleWords[ctx.locale].stranger })

  const unfit = unfitness(member)
  if (unfit) throw new FieldErrors({ [field]: peopleWords[ctx.locale][unfit](member.name) })

  return member
}
