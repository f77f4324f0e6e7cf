import type { Context } from '../../flow.ts'
import { note } from './cards/names.ts'
import { leadingWords } from './messages/leading.ts'
import { sayToLead } from './say-to-lead.ts'
import { missedAgain } from './store/participants.ts'
import type { Run } from './store/runs.ts'

/** One more miss in a row for each of these; the lead hears privately of whoever has just reached the limit. */
export async function countMisses(ctx: Context, run: Run, memberIds: readonly string[]): Promise<void> {
  const counts = await missedAgain(ctx.db, run.standupId, memberIds)
  const limit = run.standup.missesBeforeLead
  for (const { memberId } of counts.filter(({ missedInARow }) => missedInARow === limit)) {
    const name = run.people.find(({ member }) => member.id === memberId)?.member.name ?? '?'
    await sayToLead(ctx, run.standup, {
      key: `missed/${memberId}/${run.id}`,
      card: (locale) => {
        const words = leadingWords[locale]
        return note(locale, words.missed(name, run.standup.name, limit), { hint: words.missedHint })
      },
    })
  }
}
