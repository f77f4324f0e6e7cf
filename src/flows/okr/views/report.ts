import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../../calendar/read-period.ts'
import type { Block } from '../../../chat/card.ts'
import { firstOf } from '../../../chat/first-of.ts'
import type { Reader, Section } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { checkInWords, keyResultName, objectiveName } from '../cards/lines.ts'
import { classNames } from '../messages/classes.ts'
import { teamsOf } from '../rhythm/rhythm-of.ts'
import { HEALTHS, healthOf } from '../rules/health.ts'
import { roundScore, sayScore } from '../rules/score.ts'
import { elapsedOf, standingsOf } from '../standing.ts'
import { spanOf } from '../store/cycles.ts'
import { type Settings, settingsOf } from '../store/settings.ts'
import { EVERYTHING } from './filters.ts'
import { lookWords } from './messages/looking.ts'
import { reportWords } from './messages/report.ts'
import { staleIn } from './stale.ts'
import { measuresOf } from './store/measures.ts'
import { candidatesFor, objectivesOf } from './store/objectives.ts'
import { onceFor, scoreIn, standingStill, type Weighed, weighed } from './troubled.ts'

const MOST_MOVED = 8
const MOST_STALE = 8

/** How the objectives of open cycles stand, which of them moved in these days, and where nobody has checked in for long. */
export async function report(ctx: Reader, week: Period): Promise<Section[]> {
  const settings = await settingsOf(ctx.db, ctx.workspace.id)
  const all = await weighed(ctx, await candidatesFor(ctx, EVERYTHING, null))
  const begun = all.filter(({ cycle }) => Temporal.PlainDate.compare(spanOf(cycle).startsOn, week.to) <= 0)
  if (begun.length === 0) return []
  const blocks = [
    standingNow(ctx, begun, settings),
    ...(await moved(ctx, begun, week)),
    ...(await still(ctx, begun, settings)),
  ]
  return [{ title: reportWords[ctx.locale].title, blocks, command: '/okr list all' }]
}

function standingNow(ctx: Reader, all: readonly Weighed[], settings: Settings): Block {
  const elapsed = onceFor(
    ({ cycleId }) => cycleId,
    ({ cycle }) => elapsedOf(cycle, { now: ctx.now, settings }),
  )
  const healths = all.map((one) => healthOf(scoreIn(one.measures), elapsed(one)))
  const counts = HEALTHS.flatMap((health) => {
    const count = healths.filter((one) => one === health).length
    return count > 0 ? [`${classNames[ctx.locale].health[health]} ${count}`] : []
  })
  return { kind: 'text', text: reportWords[ctx.locale].standing(all.length, counts.join(' · ')) }
}

/** By the check-ins that count at the end of each date, as in the chart; what moved most first. */
async function moved(ctx: Reader, all: readonly Weighed[], { from, to }: Period): Promise<Block[]> {
  const words = reportWords[ctx.locale]
  const ids = all.map(({ id }) => id)
  const before = await measuresOf(ctx.db, ids, from.subtract({ days: 1 }).toString())
  const after = await measuresOf(ctx.db, ids, to.toString())
  const moves = all.flatMap(({ id }) => {
    const [old, now] = [before, after].map((measures) => roundScore(scoreIn(measures.get(id) ?? []) ?? 0))
    return old === undefined || now === undefined || old === now ? [] : [{ id, old, now, far: Math.abs(now - old) }]
  })
  const most = moves.toSorted((one, other) => other.far - one.far).slice(0, MOST_MOVED)
  const names = new Map(
    (await objectivesOf(ctx.db, ctx.workspace.id, most)).map((one) => [one.id, objectiveName(one)] as const),
  )
  const items = most.map(({ id, old, now }) => words.move(names.get(id) ?? '', sayScore(old), sayScore(now)))
  return firstOf(ctx.locale, { title: words.moved, items, most: MOST_MOVED, count: moves.length })
}

async function still(ctx: Reader, all: readonly Weighed[], settings: Settings): Promise<Block[]> {
  const words = reportWords[ctx.locale]
  const found = await standingStill(ctx, all, settings)
  const count = found.reduce((sum, { measures }) => sum + measures.length, 0)
  const objectives = await objectivesOf(ctx.db, ctx.workspace.id, found.slice(0, MOST_STALE))
  const rhythms = await teamsOf(ctx.db, ctx.workspace.id)
  const standings = await standingsOf(ctx.db, objectives, { now: ctx.now, settings })
  const keyResults = standings.flatMap((standing) => staleIn(ctx, standing, { rhythms, settings }))
  const owners = await membersByIds(ctx.db, ctx.workspace.id, [
    ...new Set(keyResults.map(({ keyResult }) => keyResult.ownerId)),
  ])
  const names = new Map(owners.map(({ id, name }) => [id, name]))
  const items = keyResults.map((one) => {
    const owner = names.get(one.keyResult.ownerId) ?? lookWords[ctx.locale].somebody
    return `${keyResultName(one.keyResult)} · ${checkInWords(ctx.locale, one)} · ${owner}`
  })
  return firstOf(ctx.locale, { title: words.stale, items, most: MOST_STALE, count })
}
