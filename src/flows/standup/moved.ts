import { fromDateColumn, toDate } from '../../calendar/instant.ts'
import type { Member } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import { absencesFrom } from '../../people/members.ts'
import { askedOn } from './attendance.ts'
import { moveOpening } from './meetings.ts'
import { waitLonger } from './prompt.ts'
import { lockRun, openRunsOf, setEntries } from './store/runs.ts'
import { lockStandup, standupsOfMember } from './store/standups.ts'

/** Somebody lives by another zone: what has been promised by their own clock is promised anew. */
export async function memberMoved(ctx: Context, member: Member): Promise<void> {
  for (const { id } of await standupsOfMember(ctx.db, ctx.workspace.id, member.id)) {
    const standup = await lockStandup(ctx.db, ctx.workspace.id, id)
    if (standup?.zoneMode !== 'member') continue
    if (standup.state === 'active') await moveOpening(ctx, standup)
    for (const runId of await openRunsOf(ctx.db, [id])) await moveTurn(ctx, member, runId)
  }
}

/** Whoever is still to be asked in an open run is asked when their time comes where they are now. */
async function moveTurn(ctx: Context, member: Member, runId: string): Promise<void> {
  const run = await lockRun(ctx.db, ctx.workspace.id, runId)
  const turn = run?.people.find(({ entry }) => entry.memberId === member.id && entry.state === 'later')
  if (run?.state !== 'open' || !turn) return

  const date = fromDateColumn(run.date)
  const absences = await absencesFrom(ctx.db, [member.id], date.subtract({ days: 1 }))
  const facts = { rhythm: run.standup, date, now: ctx.now, absences, skips: new Map<string, string | null>() }
  const { promptAt } = askedOn(member, facts)
  await setEntries(ctx.db, [turn.entry], { state: 'later', promptAt: toDate(promptAt) })
  await waitLonger(ctx, run, promptAt)
}
