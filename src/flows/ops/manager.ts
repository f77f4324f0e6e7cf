import { record } from '../../audit/record.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import type { Member } from '../../database/types.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { loopOf } from '../../people/chain.ts'
import { holdPeople, isAdmin, memberById } from '../../people/members.ts'
import { anyChainForm, chainCard, OWN_CHAIN, ownChainForm } from './cards/people.ts'
import { colleague } from './colleague.ts'
import { peopleWords } from './messages/people.ts'
import { type Wanted, wantedIn } from './rules/chain-line.ts'
import { isWithoutWords, namesStranger } from './rules/people.ts'
import { changeMember, withManagersAbove } from './store.ts'

export async function setManager(ctx: Asking, line: CommandLine): Promise<Reply> {
  const wanted = wantedIn(line)
  if (namesStranger(line)) throw new UserError(peopleWords[ctx.locale].stranger)
  if (!wanted) throw new UserError(peopleWords[ctx.locale].managerUsage)
  if (!isWithoutWords(line)) return change(ctx, wanted)

  return ask(isAdmin(ctx.actor) ? anyChainForm(ctx.locale, ctx.actor) : ownChainForm(ctx.locale, ctx.actor))
}

/** In one's own form an empty field means nobody; in the administrators' form it means that nothing changes. */
export function submitManager(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const picked = (field: string) => (typeof values[field] === 'string' ? { [field]: values[field] } : {})
  const wanted = { ...picked('member'), ...picked('manager'), ...picked('backup') }
  return change(ctx, context === OWN_CHAIN ? { manager: null, backup: null, ...wanted } : wanted)
}

async function change(ctx: Asking, wanted: Wanted): Promise<Reply> {
  const words = peopleWords[ctx.locale]
  const { member: id = ctx.actor.id } = wanted
  if (id !== ctx.actor.id && !isAdmin(ctx.actor)) throw new UserError(words.onlyOwn)
  await holdPeople(ctx.db, ctx.workspace.id)
  const member = await colleague(ctx, 'member', id)
  if (wanted.manager === member.id) throw new FieldErrors({ manager: words.ownManager(member.name) })
  if (wanted.backup === member.id) throw new FieldErrors({ backup: words.ownBackup(member.name) })
  const manager = await chosen(ctx, 'manager', { wanted: wanted.manager, present: member.managerId })
  const backup = await chosen(ctx, 'backup', { wanted: wanted.backup, present: member.backupId })
  if (manager) await refuseLoop(ctx, member, manager)

  const before = { managerId: member.managerId, backupId: member.backupId }
  const after = { managerId: manager?.id ?? null, backupId: backup?.id ?? null }
  await changeMember(ctx.db, member.id, after)
  await record(ctx, { action: 'ops.manager-set', subject: `member:${member.id}`, detail: { before, after } })
  return show(chainCard(ctx.locale, { member, manager, backup }))
}

type Choice = { wanted: string | null | undefined; present: string | null }

/** The one who is newly wanted has to be a colleague; the one who is there already may have left since. */
async function chosen(ctx: Asking, field: string, { wanted, present }: Choice): Promise<Member | null> {
  const id = wanted === undefined ? present : wanted
  if (!id) return null
  return id === present ? memberById(ctx.db, ctx.workspace.id, id) : colleague(ctx, field, id)
}

async function refuseLoop(ctx: Asking, member: Member, manager: Member): Promise<void> {
  const ring = loopOf(member, manager, await withManagersAbove(ctx.db, manager))
  if (!ring) return

  const names = [member, ...ring].map((person) => person.name).join(' → ')
  throw new FieldErrors({ manager: peopleWords[ctx.locale].loop(names) })
}
