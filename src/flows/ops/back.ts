import { record } from '../../audit/record.ts'
import { toDateColumn } from '../../calendar/instant.ts'
import { sayDateRange } from '../../calendar/say.ts'
import type { Absence } from '../../database/types.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { endAbsence, leaveOf, presentOrNextAbsence, unfinishedAbsence } from '../../people/absences.ts'
import { memberZoneToday } from '../../people/members.ts'
import { nextAbsenceCard, welcomeBackCard } from './cards/absence.ts'
import { note } from './cards/note.ts'
import { absenceWords } from './messages/absence.ts'
import { tellBackupItIsOver } from './stand-in.ts'

/** Ends the present absence; one that is still ahead is only cancelled when the asker confirms it. */
export async function comeBack(ctx: Asking): Promise<Reply> {
  const today = memberZoneToday(ctx.actor, ctx.now)
  const absence = await presentOrNextAbsence(ctx.db, ctx.actor, today)
  if (!absence) return show(note(ctx.locale, absenceWords[ctx.locale].notAway))
  if (absence.fromDate > toDateColumn(today)) return show(nextAbsenceCard(ctx.locale, absence.id, leaveOf(absence)))

  await end(ctx, absence)
  const next = await presentOrNextAbsence(ctx.db, ctx.actor, today)
  return show(welcomeBackCard(ctx.locale, next && leaveOf(next)))
}

/** The button that cancels an absence before or while it lasts. */
export async function cancelAbsence(ctx: Asking, id: string): Promise<Reply> {
  const today = memberZoneToday(ctx.actor, ctx.now)
  const absence = await unfinishedAbsence(ctx.db, ctx.actor, { id, today })
  if (!absence) return show(note(ctx.locale, absenceWords[ctx.locale].notAway))

  await end(ctx, absence)
  const { from, to } = leaveOf(absence)
  const sentence = absenceWords[ctx.locale].cancelled(sayDateRange(from, to, ctx.locale))
  return { kind: 'card', card: note(ctx.locale, sentence, 'good'), replaces: true }
}

async function end(ctx: Asking, absence: Absence): Promise<void> {
  await endAbsence(ctx.db, absence, memberZoneToday(ctx.actor, ctx.now))
  await tellBackupItIsOver(ctx, leaveOf(absence))
  const { from, to } = leaveOf(absence)
  const detail = { from: from.toString(), to: to.toString() }
  await record(ctx, { action: 'ops.back', subject: `member:${ctx.actor.id}`, detail })
}
