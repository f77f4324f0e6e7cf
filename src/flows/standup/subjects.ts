import { shortened } from '../../chat/shortened.ts'
import type { Reader, Subjects } from '../../flow.ts'
import type { Subject } from '../../links/links.ts'
import { isColleague, membersByIds } from '../../people/members.ts'
import { blockerIdsIn, readBlocker, subjectOf, writeBlocker } from './blocker-reference.ts'
import { blockerWords } from './messages/blockers.ts'
import { belongs } from './permissions.ts'
import { redrawAround } from './redraw-around.ts'
import { type BlockerOfStandup, blockersBy } from './store/blockers.ts'

const LONGEST = 150

/** Blockers as they are tied to something else: in their own words only for those who take part in the stand-up. */
export const subjects: Subjects = {
  meant: async (ctx, typed) => {
    const number = readBlocker(typed)
    if (number === null || !isColleague(ctx.actor)) return null
    const [blocker] = await blockersBy(ctx.db, ctx.workspace.id, { number })
    if (!blocker || !belongs(ctx, blocker.standup)) return null
    return (await asSubjects(ctx, [blocker]))[0] ?? null
  },
  named: async (ctx, all) => {
    const ids = blockerIdsIn(all)
    if (ids.length === 0 || (ctx.actor && !isColleague(ctx.actor))) return []
    return asSubjects(ctx, await blockersBy(ctx.db, ctx.workspace.id, { id: { in: ids } }))
  },
  tiesChanged: async (ctx, all) => {
    const ids = blockerIdsIn(all)
    if (ids.length > 0) await redrawAround(ctx, await blockersBy(ctx.db, ctx.workspace.id, { id: { in: ids } }))
  },
}

async function asSubjects(ctx: Reader, blockers: readonly BlockerOfStandup[]): Promise<Subject[]> {
  const words = blockerWords[ctx.locale]
  const members = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(blockers.map((one) => one.memberId))])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return blockers.map((blocker) => {
    const { actor } = ctx
    const parts = [
      ...(actor && belongs({ actor }, blocker.standup) ? [shortened(blocker.text, LONGEST)] : []),
      words.blocks(names.get(blocker.memberId) ?? words.somebody),
      blocker.resolvedAt ? words.resolved : words.open,
    ]
    const reference = writeBlocker(blocker.number)
    return { subject: subjectOf(blocker), reference, name: `${reference} ${parts.join(' · ')}` }
  })
}
