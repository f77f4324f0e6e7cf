import type { Person } from '../../../people/around.ts'
import { answersFor, type Deed, deedFor, stagesOf } from '../rules/round.ts'
import type { Stage } from '../rules/turns.ts'
import type { Around } from './around.ts'
import type { Begun } from './store/turns.ts'
import type { WatchedRow } from './store/watched.ts'

/** What one member's round finds. */
export type Found = {
  person: Person
  begun: Begun[]
  again: string[]
  stages: { keyResultId: string; stage: Stage }[]
  overdueLeads: Set<string>
  due: string[]
  remind: string[]
  lead: string[]
}

export function lookAround(person: Person, around: Around): Found {
  const found: Found = {
    ...{ person, begun: [], again: [], stages: [], overdueLeads: new Set() },
    ...{ due: [], remind: [], lead: [] },
  }
  for (const watched of around.watched) {
    const owner = around.people.get(watched.ownerId)
    if (!owner) continue
    if (answersFor(owner, around.options) === person.id) lookAsOwner(found, watched, { owner, around })
    else if (watched.leadId === person.id) lookAsLead(found, watched, { owner, around })
  }
  return found
}

type Looking = { owner: Person; around: Around }

function lookAsOwner(found: Found, watched: WatchedRow, { owner, around }: Looking): void {
  const deed = deedFor(watched, { owner, answering: found.person }, around.options)
  const { id: keyResultId } = watched
  switch (deed.kind) {
    case 'nothing':
      return
    case 'skip':
      found.begun.push({ keyResultId, dueOn: deed.dueOn, asked: null, missed: null })
      return
    case 'ask':
      found.due.push(keyResultId)
      found.begun.push({ ...deed, keyResultId, asked: { id: found.person.id, on: found.person.today } })
      noteStages(found, watched, toldHere(found, watched, deed))
      return
    case 'ask-again':
      found.again.push(deed.turnId)
      found.due.push(keyResultId)
      return
    case 'remind': {
      const told = toldHere(found, watched, deed)
      if (told.some((stage) => stage !== 'manager')) found.remind.push(keyResultId)
      noteStages(found, watched, told)
      return
    }
  }
}

/** Whoever leads it hears in their own round; here it is said once more where that is the owner. */
const toldHere = ({ person }: Found, { leadId }: WatchedRow, { stages }: Extract<Deed, { stages: unknown }>): Stage[] =>
  stages.filter((stage) => stage !== 'lead' || leadId === person.id)

function lookAsLead(found: Found, watched: WatchedRow, { owner, around }: Looking): void {
  const { turn } = watched
  if (!turn) return
  const asked = around.people.get(turn.askedId ?? '') ?? owner
  const stages = stagesOf(turn, asked, around.options.after).filter((stage) => stage !== 'nudge')
  if (stages.includes('lead')) found.lead.push(watched.id)
  noteStages(found, watched, stages)
}

function noteStages(found: Found, { id: keyResultId, leadId }: WatchedRow, stages: readonly Stage[]): void {
  for (const stage of stages) found.stages.push({ keyResultId, stage })
  if (stages.includes('manager')) found.overdueLeads.add(leadId)
}
