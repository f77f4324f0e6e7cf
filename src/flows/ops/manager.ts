import { record } from '../../audit/record.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import type { Member } from '../../database/types.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { loopOf } from '../../people/chain.ts'
import { holdPeople, isAdmin, memberById } from '../../people/members.ts'
import { anyChainForm, chainCard, ownChainForm } from './cards/people.ts'
import { colleague } from './colleague.ts'
import { peopleWords } from './messages/people.ts'
import { isNobody, isWithoutWords, mentionedIn } from './rules/people.ts'
import { changeMember, withManagersAbove } from './store.ts'

type Choice = { wanted: string | null | undefined; present: string | null }
/** What stays absent stays as it is; null is nobody. */
type Wanted = { member: string; manager?: string | null; backup?: string | null }

export async function setManager(ctx: Asking, line: CommandLine): Promise<Reply> {
  if (!isWithoutWords(line)) return change(ctx, wantedIn(ctx, line))

  return ask(isAdmin(ctx.actor) ? anyChainForm(ctx.locale) : ownChainForm(ctx.locale, ctx.actor))
}

export function submitManager(ctx: Asking, { values }: Submission): Promise<Reply> {
  const picked = (field: string) => (typeof values[field] === 'string' ? { [field]: values[field] } : {})
  const member = values['member']
  if (typeof member === 'string') return change(ctx, { member, ...picked('manager'), ...picked('backup') })

  const nobody = { manager: null, backup: null }
  return change(ctx, { member: ctx.actor.id, ...nobody, ...picked('manager'), ...picked('backup') })
}

function wantedIn(ctx: Asking, { words, people, options }: CommandLine): Wanted {
  const backup = options['backup'] ?? options['备岗']
  const manager = options['manager'] ?? options['上级']
  const clears = words.length === 1 && words.every(isNobody)
  const usage = () => new UserError(peopleWords[ctx.locale].managerUsage)
  if (people.length > 2 || (words.length > 0 && !clears)) throw usage()

  const named = manager ? namedIn(manager, usage) : undefined
  const others = people.length === 2 || (people.length === 1 && (clears || named !== undefined))
  const wanted = clears ? null : (named ?? people[others ? 1 : 0])
  return {
    member: (others ? people[0] : undefined) ?? ctx.actor.id,
    ...(wanted !== undefined && { manager: wanted }),
    ...(backup && { backup: namedIn(backup, usage) }),
  }
}

function namedIn(option: string, usage: () => UserError): string | null {
  if (isNobody(option)) return null
  const id = mentionedIn(option)
  if (!id) throw usage()
  return id
}

async function change(ctx: Asking, wanted: Wanted): Promise<Reply> {
  const words = peopleWords[ctx.locale]
  if (wanted.member !== ctx.actor.id && !isAdmin(ctx.actor)) throw new UserError(words.onlyOwn)
  await holdPeople(ctx.db, ctx.workspace.id)
  const member = await colleague(ctx, 'member', wanted.member)
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
