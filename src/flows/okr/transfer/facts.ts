import type { Importing } from '../../../files/importer.ts'
import { piecesOf } from '../../../lists/pieces.ts'
import { isAdmin } from '../../../people/members.ts'
import { underOf } from '../../../people/under.ts'
import { type People, peopleOf } from '../../../people/written.ts'
import type { CycleDays } from '../rules/check-in-date.ts'
import { onlyVisible } from '../sight.ts'
import { type CheckIn, currentOfMany } from '../store/check-ins.ts'
import { type Cycle, daysOf } from '../store/cycles.ts'
import { type KeyResult, type Objective, objectivesBy } from '../store/objectives.ts'

/** Looked up in pieces, between which the process turns to other work. */
const AT_ONCE = 500

/** All that a file can speak of, as far as the importer may know of it; looked up once, however long the file is. */
export type Facts = {
  cycle: Cycle
  days: CycleDays
  people: People
  ids: ReadonlySet<string>
  byNumber: ReadonlyMap<number, Objective>
  keyResults: ReadonlyMap<number, { keyResult: KeyResult; objective: Objective }>
  /** Of this cycle, by title and owner. */
  byTitle: ReadonlyMap<string, Objective>
  current: ReadonlyMap<string, CheckIn>
  /** Whether the importer may speak for this member. */
  speaksFor: (memberId: string) => boolean
}

export async function factsFor(ctx: Importing, cycle: Cycle): Promise<Facts> {
  const all = await onlyVisible(ctx.db, ctx.actor, await allObjectives(ctx))
  const own = all.filter(({ cycleId }) => cycleId === cycle.id)
  const under = await underOf(ctx.db, ctx.actor)
  const pairs = all.flatMap((objective) => objective.keyResults.map((keyResult) => ({ keyResult, objective })))
  const ids = own.flatMap(({ keyResults }) => keyResults.map(({ id }) => id))
  return {
    ...{ cycle, days: daysOf(cycle, ctx.now) },
    people: await peopleOf(ctx),
    ids: new Set(all.map(({ id }) => id)),
    byNumber: new Map(all.map((objective) => [objective.number, objective])),
    keyResults: new Map(pairs.map((pair) => [pair.keyResult.number, pair])),
    byTitle: new Map(own.map((objective) => [titleKey(objective), objective])),
    current: await allCurrent(ctx, ids),
    speaksFor: (id) => isAdmin(ctx.actor) || under.has(id),
  }
}

async function allObjectives({ db, workspace }: Importing): Promise<Objective[]> {
  const where = { workspaceId: workspace.id }
  const rows = await db.okrObjective.findMany({ where, select: { id: true }, orderBy: { number: 'asc' } })
  const found: Objective[] = []
  for (const some of piecesOf(rows, AT_ONCE))
    found.push(...(await objectivesBy(db, { id: { in: some.map(({ id }) => id) } })))
  return found
}

async function allCurrent({ db }: Importing, keyResultIds: readonly string[]): Promise<Map<string, CheckIn>> {
  const found: [string, CheckIn][] = []
  for (const some of piecesOf(keyResultIds, AT_ONCE)) found.push(...(await currentOfMany(db, some)))
  return new Map(found)
}

export const titleKey = ({ title, ownerId }: Pick<Objective, 'title' | 'ownerId'>): string => `${ownerId} ${title}`
