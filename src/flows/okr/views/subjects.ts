import type { Asking, Subjects } from '../../../flow.ts'
import { isColleague } from '../../../people/members.ts'
import { objectiveName } from '../cards/lines.ts'
import { readReference } from '../rules/reference.ts'
import { maySee, onlyVisible } from '../sight.ts'
import { keyResultByNumber, type Objective, objectiveByNumber, objectivesBy } from '../store/objectives.ts'

const KIND = 'okr-objective:'

export const subjectOf = ({ id }: Pick<Objective, 'id'>): string => KIND + id

/** Objectives as they are tied to something else; a key result means its objective. */
export const subjects: Subjects = {
  meant: async (ctx, typed) => {
    const objective = isColleague(ctx.actor) ? await objectiveMeant(ctx, typed) : null
    const isSeen = objective !== null && (await maySee(ctx.db, ctx.actor, objective))
    return isSeen ? { subject: subjectOf(objective), name: objectiveName(objective) } : null
  },
  named: async (ctx, all) => {
    const ids = all.flatMap((one) => (one.startsWith(KIND) ? one.slice(KIND.length) : []))
    if (ids.length === 0) return []
    const found = await objectivesBy(ctx.db, { workspaceId: ctx.workspace.id, id: { in: ids } })
    const visible = await onlyVisible(ctx.db, ctx.actor, found)
    return visible.map((objective) => ({ subject: subjectOf(objective), name: objectiveName(objective) }))
  },
}

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
