import { record } from '../../audit/record.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { forgetShown } from '../../people/forget-shown.ts'
import { eraseTracesCard } from './cards/erase.ts'
import { note } from './cards/note.ts'
import { askToEraseMember } from './erase-member.ts'
import { forgetQuestion } from './forget-question.ts'
import { eraseWords } from './messages/erase.ts'
import { peopleWords } from './messages/people.ts'
import { mustBeAdmin } from './must-be-admin.ts'
import { namesStranger } from './rules/people.ts'

/** As much as a button can carry. */
const LONGEST = 2_000

export async function erase(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeAdmin(ctx)
  const words = eraseWords[ctx.locale]
  const [member, ...more] = line.people
  if (member && (more.length > 0 || line.words.length > 0)) throw new UserError(words.oneOnly)
  if (member) return askToEraseMember(ctx, member)
  if (namesStranger(line)) throw new UserError(peopleWords[ctx.locale].stranger)
  const who = unquoted(line.text)
  if (who === '') throw new UserError(words.usage)
  if (who.length > LONGEST) throw new UserError(words.tooLong(LONGEST))

  return askToEraseTraces(ctx, who)
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^["“„「『＂](.*)["”“」』＂]$/su, '$1')
    .trim()

async function askToEraseTraces(ctx: Asking, who: string): Promise<Reply> {
  const words = eraseWords[ctx.locale]
  const found: string[] = []
  for (const { title, traces } of ctx.flows) {
    const trace = await traces?.find(ctx, who)
    if (trace) found.push(words.line(title[ctx.locale], trace.found))
  }
  if (found.length === 0) return show(note(ctx.locale, words.nothing))

  return show(eraseTracesCard(ctx.locale, found, who))
}

/** The button that erases what every flow keeps about somebody outside; who that was is not recorded. */
export async function eraseTraces(ctx: Asking, who: string): Promise<Reply> {
  mustBeAdmin(ctx)
  const words = eraseWords[ctx.locale]
  const records: Record<string, number> = {}
  for (const { name, traces } of ctx.flows) {
    const count = (await traces?.erase(ctx, who)) ?? 0
    if (count > 0) records[name] = count
  }
  const total = Object.values(records).reduce((sum, count) => sum + count, 0)
  if (total === 0) throw new UserError(words.already)

  await forgetShown(ctx.db, ctx.workspace.id, who)
  await forgetQuestion(ctx, { action: 'ops.erase-traces', value: who })
  await record(ctx, { action: 'ops.erased', subject: `workspace:${ctx.workspace.id}`, detail: { records } })
  return { kind: 'card', card: note(ctx.locale, words.done(total), 'good'), replaces: true }
}
