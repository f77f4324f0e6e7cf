import { createHash, randomInt } from 'node:crypto'
import { record } from '../../audit/record.ts'
import { toDate } from '../../calendar/instant.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { noteCard } from '../../chat/note-card.ts'
import type { Member } from '../../database/types.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { becomeOne } from '../../people/become.ts'
import { holdPeople, isColleague, memberById } from '../../people/members.ts'
import { linkWords } from './messages/link.ts'

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 10
const MINUTES = 15

/** `/ops link` gives a code; the same with the code, on the other chat product, says that both are one person. */
export async function link(ctx: Asking, { words: [typed] }: CommandLine): Promise<Reply> {
  const words = linkWords[ctx.locale]
  if (typed === undefined) return giveCode(ctx)
  const code = readCode(typed)
  const other = await meantBy(ctx, code)
  const button = { label: words.yes, action: 'ops.link-for-good', value: code, style: 'danger' as const }
  const sentence = words.ask(ctx.actor.name, other.name)
  return show(noteCard(ctx.locale, sentence, { tone: 'warning', buttons: [button] }))
}

export async function linkForGood(ctx: Asking, code: string): Promise<Reply> {
  const words = linkWords[ctx.locale]
  await holdPeople(ctx.db, ctx.workspace.id)
  const other = await meantBy(ctx, code)
  const { count } = await ctx.db.identityCode.deleteMany({ where: { hash: hashOf(code) } })
  if (count === 0) throw new UserError(words.unknown)
  await becomeOne(ctx, ctx.actor, other)
  const detail = { from: ctx.actor.id, platform: ctx.platform, reason: 'by code' }
  await record(ctx, { action: 'ops.identity-linked', subject: `member:${other.id}`, detail })
  return { kind: 'card', card: noteCard(ctx.locale, words.done(other.name), { tone: 'good' }), replaces: true }
}

async function giveCode(ctx: Asking): Promise<Reply> {
  const words = linkWords[ctx.locale]
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  await ctx.db.identityCode.deleteMany({ where: { workspaceId: ctx.workspace.id, memberId: ctx.actor.id } })
  const expiresAt = toDate(ctx.now.add({ minutes: MINUTES }))
  await ctx.db.identityCode.create({
    data: { hash: hashOf(code), workspaceId: ctx.workspace.id, memberId: ctx.actor.id, expiresAt },
  })
  return show(noteCard(ctx.locale, words.code(code, MINUTES), { title: words.title, hints: [words.secret] }))
}

/** Who has asked for this code, where the asker may become them. */
async function meantBy(ctx: Asking, code: string): Promise<Member> {
  const words = linkWords[ctx.locale]
  const where = { hash: hashOf(code), workspaceId: ctx.workspace.id, expiresAt: { gt: toDate(ctx.now) } }
  const row = await ctx.db.identityCode.findFirst({ where })
  const member = row && (await memberById(ctx.db, ctx.workspace.id, row.memberId))
  const asker = await memberById(ctx.db, ctx.workspace.id, ctx.actor.id)
  if (!member || !isColleague(member) || !asker || !isColleague(asker)) throw new UserError(words.unknown)
  if (member.id === ctx.actor.id) throw new UserError(words.same)
  if (ctx.actor.roles.length > 0) throw new UserError(words.hasRoles)
  const known = await ctx.db.identity.findMany({ where: { memberId: { in: [member.id, ctx.actor.id] } } })
  if (new Set(known.map(({ platform }) => platform)).size < known.length)
    throw new UserError(words.samePlatform(member.name))
  return member
}

const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, LENGTH)
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')
