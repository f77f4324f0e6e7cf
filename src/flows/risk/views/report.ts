import { toDateColumn } from '../../../calendar/instant.ts'
import type { Period } from '../../../calendar/read-period.ts'
import { parseCommandLine } from '../../../chat/command-line.ts'
import { firstOf } from '../../../chat/first-of.ts'
import type { Reader, Section } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { actionLine } from '../cards/action-line.ts'
import { mapBrief } from '../map/cards/map-card.ts'
import { drawnMap } from '../map/drawn.ts'
import { actionsBy } from '../store/actions.ts'
import { wantedBy } from './all-found.ts'
import { riskLine } from './cards/list-card.ts'
import { lookWords } from './messages/looking.ts'
import { everyRisk } from './store/found.ts'

const MOST_LISTED = 8

/** Where risks stand and what moved since that week began; which reviews and actions are overdue. */
export const report = async (ctx: Reader, week: Period): Promise<Section[]> => [
  ...(await standing(ctx, week)),
  ...(await overdue(ctx)),
]

async function standing(ctx: Reader, { from }: Period): Promise<Section[]> {
  const drawn = await drawnMap(ctx, await everyRisk(ctx, await wantedBy(ctx, parseCommandLine(''))), from)
  if (!drawn) return []
  const { shown, svg, alt } = drawn
  const blocks = mapBrief(ctx.locale, shown)
  return [
    { title: lookWords[ctx.locale].listTitle, blocks, command: `/risk map since:${from}`, pictures: [{ svg, alt }] },
  ]
}

async function overdue(ctx: Reader): Promise<Section[]> {
  const words = lookWords[ctx.locale]
  const wanted = await wantedBy(ctx, parseCommandLine('overdue'))
  const risks = await everyRisk(ctx, wanted)
  if (risks.length === 0) return []
  const { today } = wanted
  const riskId = { in: risks.map(({ id }) => id) }
  const actions = await actionsBy(ctx.db, { riskId, state: 'open', dueOn: { lt: toDateColumn(today) } })
  const late = risks.filter(({ nextReviewOn }) => nextReviewOn !== null && nextReviewOn < toDateColumn(today))
  const ids = [...late, ...actions].map(({ ownerId }) => ownerId)
  const owners = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(ids)])
  const around = { names: new Map(owners.map(({ id, name }) => [id, name])), today }
  const reviewed = late.map((risk) => riskLine(ctx.locale, risk, around))
  const acted = actions.map((action) => actionLine(ctx.locale, action, around))
  const blocks = [
    ...firstOf(ctx.locale, { title: words.lateReviews, items: reviewed, most: MOST_LISTED }),
    ...firstOf(ctx.locale, { title: words.lateActions, items: acted, most: MOST_LISTED }),
  ]
  return [{ title: words.overdueTitle, blocks, command: '/risk list overdue' }]
}
