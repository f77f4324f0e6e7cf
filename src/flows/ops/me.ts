import { record } from '../../audit/record.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import type { Locale } from '../../chat/locale.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { meForm, settingsCard } from './cards/me.ts'
import { meWords } from './messages/me.ts'
import { excerpt } from './rules/excerpt.ts'
import { isWithoutWords } from './rules/people.ts'
import { changesOf, type Given, givenIn, givenInForm, readSettings, type Wrong } from './rules/settings.ts'
import { changeMember } from './store.ts'

export async function changeMe(ctx: Asking, line: CommandLine): Promise<Reply> {
  if (isWithoutWords(line)) return ask(meForm(ctx.locale, ctx.actor))

  const { given, unreadable } = givenIn(line)
  if (unreadable) throw new UserError(meWords[ctx.locale].unreadable(excerpt(unreadable)))
  return save(ctx, given)
}

export const submitMe = (ctx: Asking, { values }: Submission): Promise<Reply> => save(ctx, givenInForm(values))

async function save(ctx: Asking, given: Given): Promise<Reply> {
  const { settings, wrong } = readSettings(given, ctx.actor)
  if (wrong.length > 0) throw new FieldErrors(sentences(wrong, ctx.locale))

  const changes = changesOf(ctx.actor, settings)
  if (Object.keys(changes).length === 0) return show(settingsCard(ctx.actor, 'same'))

  const member = await changeMember(ctx.db, ctx.actor.id, changes)
  await record(ctx, { action: 'ops.settings-changed', subject: `member:${member.id}`, detail: changes })
  for (const flow of ctx.flows) await flow.memberChanged?.(ctx, member)
  return show(settingsCard(member, 'saved'))
}

const sentences = (wrong: readonly Wrong[], locale: Locale): Record<string, string> =>
  Object.fromEntries(wrong.map(({ field, problem, typed }) => [field, meWords[locale][problem](excerpt(typed))]))
