import { Temporal } from 'temporal-polyfill'
import { latestDue, type Rhythm } from './rhythm.ts'
import { daysOpen, isFresh, type OverdueAfter, type Stage, stagesAfter } from './turns.ts'

type PlainDate = Temporal.PlainDate

/** Somebody by their own calendar. */
export type Person = {
  id: string
  today: PlainDate
  isAway: (date: PlainDate) => boolean
  /** Who stands in while they are away; null when nobody can. */
  standInId: string | null
}
export type Turn = {
  id: string
  dueOn: PlainDate
  state: 'asked' | 'done' | 'skipped' | 'missed'
  askedOn: PlainDate | null
  askedId: string | null
  /** What has been told of it already. */
  told: readonly Stage[]
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

/** Who answers for it on the owner's today: the owner, else by setting whoever stands in; null while it waits. */
export function answersFor(owner: Person, { whenAway }: Pick<Options, 'whenAway'>): string | null {
  if (!owner.isAway(owner.today)) return owner.id
  return whenAway === 'backup' ? owner.standInId : null
}

/** What is to be done in the round of whoever answers for it. */
export type Deed =
  | { kind: 'nothing' }
  /** The date is due: a turn begins with a question, or is skipped, as somebody has just checked in. */
  | { kind: 'ask' | 'skip'; dueOn: PlainDate; missed: string | null }
  /** It was asked of somebody else who does not answer for it any more. */
  | { kind: 'ask-again'; turnId: string }
  | { kind: 'remind'; turnId: string; stages: readonly Stage[] }

export function deedFor(watched: Watched, owner: Person, options: Options): Deed {
  const dueOn = latestDue(watched.rhythm, watched.startsOn, earlier(owner.today, watched.endsOn))
  if (!dueOn || Temporal.PlainDate.compare(dueOn, watched.createdOn) <= 0) return { kind: 'nothing' }
  const { turn } = watched
  if (turn && Temporal.PlainDate.compare(turn.dueOn, dueOn) >= 0) return deedForTurn(turn, owner, options)

  const missed = turn?.state === 'asked' ? turn.id : null
  return { kind: isFresh(watched.checkedInOn, dueOn, options.freshDays) ? 'skip' : 'ask', dueOn, missed }
}

function deedForTurn(turn: Turn, owner: Person, options: Options): Deed {
  if (turn.state !== 'asked') return { kind: 'nothing' }
  if (turn.askedId !== answersFor(owner, options)) return { kind: 'ask-again', turnId: turn.id }
  const stages = stagesOf(turn, owner, options.after)
  return stages.length > 0 ? { kind: 'remind', turnId: turn.id, stages } : { kind: 'nothing' }
}

/** What has come for an open question and was not told yet; days on which its owner was away do not count. */
export function stagesOf(turn: Turn, owner: Person, after: OverdueAfter): Stage[] {
  if (turn.state !== 'asked' || !turn.askedOn) return []
  return stagesAfter(daysOpen(turn.askedOn, owner.today, owner.isAway), after).filter(
    (stage) => !turn.told.includes(stage),
  )
}

const earlier = (one: PlainDate, other: PlainDate): PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
