import { record } from '../../audit/record.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { FieldErrors, UserError } from '../../errors.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../flow.ts'
import { recordAbsence } from '../../people/absences.ts'
import { memberZoneToday } from '../../people/members.ts'
import { awayCard, awayForm } from './cards/absence.ts'
import { colleague } from './colleague.ts'
import { absenceWords } from './messages/absence.ts'
import { peopleWords } from './messages/people.ts'
import { excerpt } from './rules/excerpt.ts'
import { type Days, dayWordsIn, LONGEST_LEAVE_DAYS, readLeave } from './rules/leave.ts'
import { isWithoutWords, mentionedIn, namesStranger } from './rules/people.ts'
import { backupDuring, standInNotes, tellBackup } from './stand-in.ts'
import { promptsDuring } from './upcoming.ts'

type Told = { from: string; to: string; backup?: string }

export async function goAway(ctx: Asking, line: CommandLine): Promise<Reply> {
  if (namesStranger(line)) throw new UserError(peopleWords[ctx.locale].stranger)
  if (!isWithoutWords(line)) return away(ctx, toldIn(ctx, line))

  return ask(awayForm(ctx.locale, ctx.actor, memberZoneToday(ctx.actor, ctx.now)))
}

export function submitAway(ctx: Asking, { values }: Submission): Promise<Reply> {
  const text = (field: string) => (typeof values[field] === 'string' ? values[field] : '')
  const backup = text('backup')
  return away(ctx, { from: text('from'), to: text('to'), ...(backup && { backup }) })
}

function toldIn(ctx: Asking, { words, people, options }: CommandLine): Told {
  const option = options.backup ?? options.备岗
  const backups = new Set([...people, ...(option ? [mentionedIn(option) ?? option] : [])])
  const days = dayWordsIn(words, memberZoneToday(ctx.actor, ctx.now))
  if (!days) throw new UserError(absenceWords[ctx.locale].usage)
  if (backups.size > 1) throw new UserError(absenceWords[ctx.locale].oneBackup)

  const [backup] = backups
  return { ...days, ...(backup && { backup }) }
}

async function away(ctx: Asking, told: Told): Promise<Reply> {
  const days = daysOf(ctx, told)
  const named = told.backup ? await colleague(ctx, 'backup', told.backup) : null
  if (named?.id === ctx.actor.id) throw new FieldErrors({ backup: peopleWords[ctx.locale].ownBackup(named.name) })

  const prompts = (await promptsDuring(ctx, days)).length
  const leave = await recordAbsence(ctx.db, ctx.actor, { ...days, ...(named && { backupId: named.id }) })
  const backup = await backupDuring(ctx, leave)
  if (backup) await tellBackup(ctx, backup, leave)
  const detail = { from: leave.from.toString(), to: leave.to.toString(), backupId: backup?.id ?? null }
  await record(ctx, { action: 'ops.away', subject: `member:${ctx.actor.id}`, detail })

  const joined = leave.from.equals(days.from) && leave.to.equals(days.to) ? [] : [absenceWords[ctx.locale].joined]
  const notes = [...joined, ...(backup ? await standInNotes(ctx, backup, leave) : [])]
  return show(awayCard(ctx.locale, { leave, backup, prompts, notes }))
}

function daysOf(ctx: Asking, told: Told): Days {
  const read = readLeave(told, memberZoneToday(ctx.actor, ctx.now))
  if (!('problem' in read)) return read

  const sentence = absenceWords[ctx.locale][read.problem]({ typed: excerpt(read.typed), longest: LONGEST_LEAVE_DAYS })
  throw new FieldErrors({ [read.field]: sentence })
}
