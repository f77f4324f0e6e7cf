import { sayDateRange } from '../../calendar/say.ts'
import { nearestLocale } from '../../chat/locale.ts'
import type { Member } from '../../database/types.ts'
import type { Asking } from '../../flow.ts'
import { revise, say } from '../../outbox/say.ts'
import { awayOn, type Leave } from '../../people/absences.ts'
import { standInFor } from '../../people/chain.ts'
import { isColleague, memberById } from '../../people/members.ts'
import { standInCard } from './cards/absence.ts'
import { absenceWords } from './messages/absence.ts'
import { withBackups } from './store.ts'

/** Whoever was named for these days, or else the asker's standing backup; null when that one is not here any more. */
export async function backupDuring(ctx: Asking, { backupId }: Leave): Promise<Member | null> {
  const id = backupId ?? ctx.actor.backupId
  const backup = id ? await memberById(ctx.db, ctx.workspace.id, id) : null
  return backup && isColleague(backup) ? backup : null
}

export async function tellBackup(ctx: Asking, backup: Member, leave: Leave): Promise<void> {
  const locale = nearestLocale(backup.locale)
  const sentence = absenceWords[locale].standIn(ctx.actor.name, sayDateRange(leave.from, leave.to, locale))
  const card = standInCard(locale, ctx.actor.name, sentence)
  await say(ctx, { key: keyOf(ctx.actor, backup, leave), to: { person: backup.id }, card })
}

/** Changes what the backup was told; nothing happens when nobody was. */
export async function tellBackupItIsOver(ctx: Asking, leave: Leave): Promise<void> {
  const backup = await backupDuring(ctx, leave)
  if (!backup) return

  const locale = nearestLocale(backup.locale)
  const sentence = absenceWords[locale].standInOver(ctx.actor.name)
  await revise(ctx, keyOf(ctx.actor, backup, leave), standInCard(locale, ctx.actor.name, sentence))
}

/** What the asker should know when the backup is away on the first day too. */
export async function standInNotes(ctx: Asking, backup: Member, leave: Leave): Promise<string[]> {
  const behind = await withBackups(ctx.db, backup)
  const absent = await awayOn(ctx.db, [ctx.actor.id, ...behind.keys()], leave.from)
  if (!absent.has(backup.id)) return []

  const other = standInFor(backup, behind, (member) => isColleague(member) && !absent.has(member.id))
  const words = absenceWords[ctx.locale]
  return [other ? words.backupAwayToo(backup.name, other.name) : words.backupAwayAlone(backup.name)]
}

const keyOf = (member: Member, backup: Member, { from }: Leave): string =>
  `ops/stand-in/${member.id}/${backup.id}/${from}`
