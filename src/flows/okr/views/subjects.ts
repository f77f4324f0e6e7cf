import type { Asking, Reader, Subjects } from '../../../flow.ts'
import type { Subject } from '../../../links/links.ts'
import { isColleague } from '../../../people/members.ts'
import { keyResultName, objectiveName } from '../cards/lines.ts'
import { readReference, writeKeyResult, writeObjective } from '../rules/reference.ts'
import { maySee, onlyVisible, openOnly } from '../sight.ts'
import { keyResultByNumber, type Objective, objectiveByNumber, objectivesBy } from '../store/objectives.ts'
import { lookWords } from './messages/looking.ts'

const KIND = 'okr-objective:'

export const subjectOf = ({ id }: Pick<Objective, 'id'>): string => KIND + id

/** Objectives as they are tied to something else; a key result means its objective. */
export const subjects: Subjects = {
  meant: async (ctx, typed) => {
    const objective = isColleague(ctx.actor) ? await objectiveMeant(ctx, typed) : null
    const isSeen = objective !== null && (await maySee(ctx.db, ctx.actor, objective))
    return isSeen ? asTyped(objective, typed) : null
  },
  named: async (ctx, all) => {
    const ids = all.flatMap((one) => (one.startsWith(KIND) ? one.slice(KIND.length) : []))
    if (ids.length === 0) return []
    return (await visibleTo(ctx, await objectivesBy(ctx.db, { workspaceId: ctx.workspace.id, id: { in: ids } }))).map(
      asSubject,
    )
  },
  offers: ({ locale }, { subject, reference }, ties) => {
    if (subject.startsWith(KIND)) return []
    const words = lookWords[locale]
    const tied = ties.filter((one) => one.subject.startsWith(KIND))
    return [
      { label: words.tie, action: 'okr.tie', value: reference },
      ...tied.map((one) => ({
        ...{ label: words.untie(one.reference), action: 'okr.untie' },
        value: `${one.subject.slice(KIND.length)} ${reference}`,
      })),
    ]
  },
}

const asSubject = (objective: Objective): Subject => ({
  ...{ subject: subjectOf(objective), reference: writeObjective(objective.number) },
  name: objectiveName(objective),
})

/** A key result is tied as its objective, and called as it was typed. */
function asTyped(objective: Objective, typed: string): Subject {
  const reference = readReference(typed)
  const keyResult =
    reference?.kind === 'key-result' && objective.keyResults.find(({ number }) => number === reference.number)
  if (!keyResult) return asSubject(objective)
  const { number } = keyResult
  return { subject: subjectOf(objective), reference: writeKeyResult(number), name: keyResultName(keyResult) }
}

const visibleTo = async ({ db, actor }: Reader, objectives: readonly Objective[]): Promise<Objective[]> =>
  actor ? onlyVisible(db, actor, objectives) : openOnly(objectives)

async function objectiveMeant({ db, workspace }: Asking, typed: string): Promise<Objective | null> {
  const reference = readReference(typed)
  switch (reference?.kind) {
    case 'objective':
      return objectiveByNumber(db, workspace.id, reference.number)
    case 'key-result':
      return (await keyResultByNumber(db, workspace.id, reference.number))?.objective ?? null
    case undefined:
      return null
  }
}
