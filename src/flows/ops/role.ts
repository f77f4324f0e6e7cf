import { record } from '../../audit/record.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { noteCard } from '../../chat/note-card.ts'
import { mention } from '../../chat/text.ts'
import type { Member } from '../../database/types.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { holdPeople, memberById } from '../../people/members.ts'
import { grant, holders, holds, revoke } from '../../people/roles.ts'
import { note } from './cards/note.ts'
import { colleague } from './colleague.ts'
import { peopleWords } from './messages/people.ts'
import { roleWords } from './messages/roles.ts'
import { mustBeAdmin } from './must-be-admin.ts'
import { namesStranger } from './rules/people.ts'
import { LINES, type Line, readRoleLine } from './rules/role-line.ts'

/** `/ops role`, `/ops role risk @rob`, `/ops role audit @udo off`. */
export async function roles(ctx: Asking, line: CommandLine): Promise<Reply> {
  if (line.text.trim() === '') return listRoles(ctx)
  mustBeAdmin(ctx)
  if (namesStranger(line)) throw new UserError(peopleWords[ctx.locale].stranger)
  const meant = readRoleLine(line.words)
  const [who, ...more] = line.people
  if (!meant || !who || more.length > 0) throw new UserError(roleWords[ctx.locale].usage)

  await holdPeople(ctx.db, ctx.workspace.id)
  return meant.isOff ? take(ctx, who, meant.role) : give(ctx, who, meant.role)
}

async function listRoles({ db, workspace, locale }: Asking): Promise<Reply> {
  const words = roleWords[locale]
  const facts = []
  for (const role of LINES) {
    const people = await holders(db, workspace.id, role)
    const names = people.flatMap((member, at) => [...(at > 0 ? [', '] : []), mention(member)])
    facts.push({
      label: words.roles[role],
      value: [...(names.length > 0 ? names : [words.nobody]), ` – ${words.may[role]}`],
    })
  }
  const card = noteCard(locale, words.how, { title: words.title })
  return show({
    ...card,
    blocks: [
      { kind: 'facts', facts },
      { kind: 'context', text: words.how },
    ],
  })
}

async function give(ctx: Asking, id: string, role: Line): Promise<Reply> {
  const member = await colleague(ctx, 'member', id)
  const words = roleWords[ctx.locale]
  if (holds(member, role)) return show(note(ctx.locale, words.already(member.name, words.roles[role])))
  if (LINES.some((other) => holds(member, other))) throw new UserError(words.both(member.name))

  await grant(ctx.db, member, role)
  await record(ctx, { action: 'ops.role-granted', subject: `member:${id}`, detail: { role } })
  return show(note(ctx.locale, words.given(member.name, words.roles[role]), 'good'))
}

/** From whoever has left too. */
async function take(ctx: Asking, id: string, role: Line): Promise<Reply> {
  const member: Member | null = await memberById(ctx.db, ctx.workspace.id, id)
  if (!member) throw new UserError(peopleWords[ctx.locale].stranger)
  const words = roleWords[ctx.locale]
  if (!holds(member, role)) return show(note(ctx.locale, words.never(member.name, words.roles[role])))

  await revoke(ctx.db, member, role)
  await record(ctx, { action: 'ops.role-revoked', subject: `member:${id}`, detail: { role } })
  return show(note(ctx.locale, words.taken(member.name, words.roles[role]), 'good'))
}
