import { Temporal } from 'temporal-polyfill'
import type { Person } from '../../../people/around.ts'
import { latestDue, type Rhythm } from './rhythm.ts'
import { daysOpen, isFresh, type OverdueAfter, type Stage, stagesAfter } from './turns.ts'

type PlainDate = Temporal.PlainDate

export type Turn = {
  id: string
  dueOn: PlainDate
  state: 'asked' | 'done' | 'skipped' | 'missed'
  askedId: string | null
  /** When they were asked first, in this turn or in those before it that they let pass. */
  openSince: PlainDate | null
  /** The objective's owner who was told, or above whom it was. */
  leadId: string | null
  /** What has been told of it already, and when. */
  told: { readonly [stage in Stage]?: PlainDate | null }
}
/** A key result as its rhythm sees it. */
export type Watched = {
  id: string
  ownerId: string
  /** Its objective's owner. */
  leadId: string
  rhythm: Rhythm
  startsOn: PlainDate
  endsOn: PlainDate
  /** Not asked on that date, nor for any before it. */
  createdOn: PlainDate
  /** When somebody last checked in. */
  checkedInOn: PlainDate | null
  /** The newest one. */
  turn: Turn | null
}
export type Options = { freshDays: number; after: OverdueAfter; whenAway: 'wait' | 'backup' }

const isOpen = ({ state }: Pick<Turn, 'state'>): boolean => state === 'asked'

/** Who answers for it on the owner's today: the owner, else by setting whoever stands in; null while it waits. */
export function answersFor(owner: Person, { whenAway }: Pick<Options, 'whenAway'>): string | null {
  if (!owner.isAway(owner.today)) return owner.id
  return whenAway === 'backup' ? owner.standInId : null
}

/** What is to be done in the round of whoever answers for it. */
export type Deed =
  | { kind: 'nothing' }
  /** It is due; `missed` is the turn before, where that is open still. */
  | { kind: 'ask'; dueOn: PlainDate; missed: Turn | null; stages: readonly Stage[] }
  /** It is due, and somebody has just checked in. */
  | { kind: 'skip'; dueOn: PlainDate }
  /** It was asked of somebody else who does not answer for it any more. */
  | { kind: 'ask-again'; turnId: string }
  | { kind: 'remind'; stages: readonly Stage[] }

type Asked = { owner: Person; answering: Person }

export function deedFor(watched: Watched, { owner, answering }: Asked, options: Options): Deed {
  const dueOn = latestDue(watched.rhythm, watched.startsOn, earlier(owner.today, watched.endsOn))
  if (!dueOn || Temporal.PlainDate.compare(dueOn, watched.createdOn) <= 0) return { kind: 'nothing' }
  const open = watched.turn && isOpen(watched.turn) ? watched.turn : null
  const stages = open && open.askedId === answering.id ? stagesOf(open, answering, options.after) : []
  if (!watched.turn || Temporal.PlainDate.compare(watched.turn.dueOn, dueOn) < 0) {
    if (isFresh(watched.checkedInOn, dueOn, options.freshDays)) return { kind: 'skip', dueOn }
    return { kind: 'ask', dueOn, missed: open, stages }
  }

  if (open && open.askedId !== answering.id) return { kind: 'ask-again', turnId: open.id }
  return stages.length > 0 ? { kind: 'remind', stages } : { kind: 'nothing' }
}

/** What has come for a turn and was not told yet; days on which whoever was asked was away do not count. */
export function stagesOf(turn: Turn, asked: Person, after: OverdueAfter): Stage[] {
  if (!isOpen(turn) || !turn.openSince) return []
  const days = daysOpen(turn.openSince, asked.today, asked.isAway)
  return stagesAfter(days, after).filter((stage) => !turn.told[stage])
}

const earlier = (one: PlainDate, other: PlainDate): PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
