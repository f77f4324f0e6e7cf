import { Temporal } from 'temporal-polyfill'
import { isAdmin } from '../../../people/members.ts'
import { onlyVisible } from '../sight.ts'
import { type CheckIn, currentOfMany } from '../store/check-ins.ts'
import { type Cycle, spanOf, todayIn } from '../store/cycles.ts'
import { type KeyResult, type Objective, objectivesBy } from '../store/objectives.ts'
import { underOf } from '../store/people.ts'
import type { Importing } from './importing.ts'
import { type People, peopleOf } from './people.ts'

/** All that a file can speak of, as far as the importer may know of it; looked up once, however long the file is. */
export type Facts = {
  cycle: Cycle
  /** The dates for which a check-in may be. */
  dates: { first: Temporal.PlainDate; last: Temporal.PlainDate }
  people: People
  byNumber: ReadonlyMap<number, Objective>
  keyResults: ReadonlyMap<number, { keyResult: KeyResult; objective: Objective }>
  /** Of this cycle, by title and owner. */
  byTitle: ReadonlyMap<string, Objective>
  current: ReadonlyMap<string, CheckIn>
  /** Whether the importer may speak for this member. */
  speaksFor: (memberId: string) => boolean
}

export async function factsFor(ctx: Importing, cycle: Cycle): Promise<Facts> {
  const all = await onlyVisible(ctx.db, ctx.actor, await objectivesBy(ctx.db, { workspaceId: ctx.workspace.id }))
  const own = all.filter(({ cycleId }) => cycleId === cycle.id)
  const under = await underOf(ctx.db, ctx.actor)
  const pairs = all.flatMap((objective) => objective.keyResults.map((keyResult) => ({ keyResult, objective })))
  const ids = own.flatMap(({ keyResults }) => keyResults.map(({ id }) => id))
  return {
    ...{ cycle, dates: datesOf(cycle, ctx.now) },
    people: await peopleOf(ctx),
    byNumber: new Map(all.map((objective) => [objective.number, objective])),
    keyResults: new Map(pairs.map((pair) => [pair.keyResult.number, pair])),
    byTitle: new Map(own.map((objective) => [titleKey(objective), objective])),
    current: await currentOfMany(ctx.db, ids),
    speaksFor: (id) => isAdmin(ctx.actor) || under.has(id),
  }
}

/** Up to today, and not after its last day. */
function datesOf(cycle: Cycle, now: Temporal.Instant): Facts['dates'] {
  const { startsOn: first, endsOn } = spanOf(cycle)
  const today = todayIn(cycle, now)
  return { first, last: Temporal.PlainDate.compare(today, endsOn) < 0 ? today : endsOn }
}

export const titleKey = ({ title, ownerId }: Pick<Objective, 'title' | 'ownerId'>): string => `${ownerId} ${title}`
