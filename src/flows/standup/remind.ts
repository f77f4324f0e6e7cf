import { toInstant } from '../../calendar/instant.ts'
import type { Context, Due } from '../../flow.ts'
import { say } from '../../outbox/say.ts'
import { absencesFrom } from '../../people/members.ts'
import { isAwayAt } from './attendance.ts'
import { remindKey } from './cards/keys.ts'
import { reminderCard } from './cards/private-card.ts'
import { hasSaidSomething } from './close-run.ts'
import { isBefore } from './rules.ts'
import { partsOf } from './run-timers.ts'
import { lockRun } from './store/runs.ts'

/** Half of the time has gone: a private word to who has said nothing yet; none when the digest is due already. */
export async function remindOnTime(ctx: Context, timer: Due): Promise<void> {
  const { runId, promptAt } = partsOf(timer.subject)
  const run = await lockRun(ctx.db, ctx.workspace.id, runId)
  if (run?.state !== 'open' || !isBefore(ctx.now, toInstant(run.closesAt))) return

  const silent = run.people
    .filter(({ entry }) => entry.state === 'due' && toInstant(entry.promptAt).equals(promptAt))
    .filter((attendee) => !hasSaidSomething(attendee))
  const ids = silent.map(({ member }) => member.id)
  const today = ctx.now.toZonedDateTimeISO('UTC').toPlainDate()
  const absences = await absencesFrom(ctx.db, ids, today.subtract({ days: 1 }))
  for (const attendee of silent) {
    if (isAwayAt(attendee.member, ctx.now, { rhythm: run.standup, absences })) continue
    const { memberId } = attendee.entry
    await say(ctx, { key: remindKey(run.id, memberId), to: { person: memberId }, card: reminderCard(run, attendee) })
  }
}
