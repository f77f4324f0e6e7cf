import { record } from '../../audit/record.ts'
import type { Member } from '../../database/types.ts'
import type { Context } from '../../flow.ts'
import { isAsked } from './attendance.ts'
import { note } from './cards/names.ts'
import { passLead } from './lead.ts'
import { planNext } from './meetings.ts'
import { leadingWords } from './messages/leading.ts'
import { goOn } from './record-answers.ts'
import { sayToLead } from './say-to-lead.ts'
import { takeOutParticipants } from './store/participants.ts'
import { lockRun, openRunsOf, setEntries } from './store/runs.ts'
import { lockStandup, type Standup, standupById, standupsOfMember } from './store/standups.ts'

type Departure = { why: 'left' | 'unreachable'; tried?: readonly string[] }

/** Somebody has left the company. */
export const memberLeft = (ctx: Context, member: Member): Promise<void> => depart(ctx, member, { why: 'left' })

/** Takes somebody out of every stand-up, with a word to each lead; what they lead themselves passes on. */
export async function depart(ctx: Context, member: Member, departure: Departure): Promise<void> {
  for (const { id } of await standupsOfMember(ctx.db, ctx.workspace.id, member.id)) {
    const standup = await lockStandup(ctx.db, ctx.workspace.id, id)
    if (!standup) continue
    const led = await passLead(ctx, standup, { lead: member, tried: departure.tried ?? [] })
    if (standup.participants.some(({ memberId }) => memberId === member.id)) {
      await takeOut(ctx, led, { member, ...departure })
    }
  }
}

async function takeOut(ctx: Context, standup: Standup, { member, why }: Departure & { member: Member }): Promise<void> {
  await takeOutOfOpenRuns(ctx, standup.id, [member.id])
  await takeOutParticipants(ctx.db, standup.id, [member.id])
  const rest = await standupById(ctx.db, ctx.workspace.id, standup.id)
  if (rest) await planNext(ctx, rest)
  await record(ctx, {
    action: 'standup.participant-left',
    subject: `standup:${standup.id}`,
    detail: { member: member.id, why },
  })
  await sayToLead(ctx, standup, {
    key: `${why}/${member.id}/${ctx.now.epochMilliseconds}`,
    card: (locale) => {
      const words = leadingWords[locale]
      const hint = rest?.participants.length === 0 ? { hint: words.emptied(standup.name) } : {}
      return note(locale, words[why](member.name, standup.name), hint)
    },
  })
}

/** They are waited for no more; what they have answered stays. */
export async function takeOutOfOpenRuns(ctx: Context, standupId: string, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return
  for (const runId of await openRunsOf(ctx.db, [standupId])) {
    const run = await lockRun(ctx.db, ctx.workspace.id, runId)
    if (run?.state !== 'open') continue
    const theirs = run.people
      .map(({ entry }) => entry)
      .filter((entry) => memberIds.includes(entry.memberId) && isAsked(entry))
    if (theirs.length === 0) continue
    await setEntries(ctx.db, theirs, { state: 'left' })
    await goOn(
      ctx,
      run,
      theirs.map((entry) => entry.id),
    )
  }
}
