import { record } from '../../audit/record.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import type { Locale } from '../../chat/locale.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { chatsOf, readChat, tellOn, toldOn } from '../../people/chats.ts'
import { meForm, settingsCard } from './cards/me.ts'
import { meWords } from './messages/me.ts'
import { excerpt } from './rules/excerpt.ts'
import { isWithoutWords } from './rules/people.ts'
import { changesOf, type Given, givenIn, givenInForm, readSettings, type Wrong } from './rules/settings.ts'
import { changeMember } from './store.ts'

export async function changeMe(ctx: Asking, line: CommandLine): Promise<Reply> {
  if (isWithoutWords(line)) return ask(meForm(ctx.locale, ctx.actor, await chatsOf(ctx.db, ctx.actor.id)))

  const { given, unreadable } = givenIn(line)
  if (unreadable) throw new UserError(meWords[ctx.locale].unreadable(excerpt(unreadable)))
  return save(ctx, given)
}

export const submitMe = (ctx: Asking, { values }: Submission): Promise<Reply> => save(ctx, givenInForm(values))

async function save(ctx: Asking, given: Given): Promise<Reply> {
  const { actor, db } = ctx
  const chats = await chatsOf(db, actor.id)
  const { settings, wrong } = readSettings(given, actor)
  const chat = given.chat === undefined ? toldOn(chats) : readChat(given.chat, chats)
  if (chat === null) wrong.push({ field: 'chat', problem: 'noSuchChat', typed: given.chat ?? '' })
  if (chat === null || wrong.length > 0) throw new FieldErrors(sentences(wrong, ctx.locale))

  const changes = changesOf(actor, settings)
  const isToldElsewhere = chat !== toldOn(chats)
  if (Object.keys(changes).length === 0 && !isToldElsewhere) return show(settingsCard(actor, chats, 'same'))

  if (isToldElsewhere) await tellOn(db, actor.id, chat)
  const member = await changeMember(db, actor.id, changes)
  const detail = { ...changes, ...(isToldElsewhere && { chat }) }
  await record(ctx, { action: 'ops.settings-changed', subject: `member:${member.id}`, detail })
  for (const flow of ctx.flows) await flow.memberChanged?.(ctx, member)
  return show(settingsCard(member, await chatsOf(db, actor.id), 'saved'))
}

const sentences = (wrong: readonly Wrong[], locale: Locale): Record<string, string> =>
  Object.fromEntries(wrong.map(({ field, problem, typed }) => [field, meWords[locale][problem](excerpt(typed))]))
