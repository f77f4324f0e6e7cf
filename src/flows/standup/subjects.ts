import { shortened } from '../../chat/shortened.ts'
import type { Asking, Subjects } from '../../flow.ts'
import { isColleague, membersByIds } from '../../people/members.ts'
import { readBlocker, writeBlocker } from './blocker-reference.ts'
import { tieWords } from './messages/ties.ts'
import { belongs } from './permissions.ts'
import { type BlockerOfStandup, blockersBy } from './store/blockers.ts'

const KIND = 'standup-blocker:'
const LONGEST = 150

export const subjectOf = ({ id }: { id: string }): string => KIND + id

/** Blockers as they are tied to something else: in their own words only for those who take part in the stand-up. */
export const subjects: Subjects = {
  meant: async (ctx, typed) => {
    const number = readBlocker(typed)
    if (number === null || !isColleague(ctx.actor)) return null
    const [blocker] = await blockersBy(ctx.db, ctx.workspace.id, { number })
    if (!blocker || !belongs(ctx, blocker.standup)) return null
    return (await namedOf(ctx, [blocker]))[0] ?? null
  },
  named: async (ctx, all) => {
    const ids = all.flatMap((one) => (one.startsWith(KIND) ? one.slice(KIND.length) : []))
    if (ids.length === 0 || !isColleague(ctx.actor)) return []
    return namedOf(ctx, await blockersBy(ctx.db, ctx.workspace.id, { id: { in: ids } }))
  },
}

async function namedOf(ctx: Asking, blockers: readonly BlockerOfStandup[]) {
  const words = tieWords[ctx.locale]
  const members = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(blockers.map((one) => one.memberId))])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return blockers.map((blocker) => {
    const parts = [
      ...(belongs(ctx, blocker.standup) ? [shortened(blocker.text, LONGEST)] : []),
      words.blocks(names.get(blocker.memberId) ?? words.somebody),
      blocker.resolvedAt ? words.resolved : words.open,
    ]
    return { subject: subjectOf(blocker), name: `${writeBlocker(blocker.number)} ${parts.join(' · ')}` }
  })
}
