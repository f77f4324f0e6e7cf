import type { FormValues } from '../../../chat/form.ts'
import { lineIn, textIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { isColleague, memberById } from '../../../people/members.ts'
import { speaksFor } from '../authority.ts'
import { LONGEST_TEAM, LONGEST_TEXT, LONGEST_TITLE } from '../limits.ts'
import { refusals } from '../messages/refusals.ts'
import { readReference, writeObjective } from '../rules/reference.ts'
import { maySee } from '../sight.ts'
import { isLive, type Objective, objectiveByNumber } from '../store/objectives.ts'
import { formWords } from './messages/forms.ts'
import { type Errors, needed, short } from './read-key-result.ts'
import { circleThrough } from './store/parents.ts'

export type ObjectiveTerms = Pick<Objective, 'title' | 'why' | 'ownerId' | 'team' | 'parentId' | 'isPrivate'>

/** What the form says; whatever is wrong stands beside its field. `of` is the objective that is there already. */
export async function readObjective(ctx: Asking, values: FormValues, of?: Objective): Promise<ObjectiveTerms> {
  const words = formWords[ctx.locale]
  const form = { values, locale: ctx.locale, errors: {} as Errors }
  const why = textIn(values, 'why')
  if (why.length > LONGEST_TEXT) form.errors.why = words.tooLong(LONGEST_TEXT, why.length)
  const terms: ObjectiveTerms = {
    title: needed(form, 'title', LONGEST_TITLE),
    why: why || null,
    ownerId: await readOwner(ctx, form, of?.ownerId),
    team: short(form, 'team', LONGEST_TEAM),
    parentId: await readParent(ctx, form, of),
    isPrivate: values.visibility === 'private',
  }
  if (Object.keys(form.errors).length > 0) throw new FieldErrors(form.errors)
  return terms
}

/** Somebody new has to be a colleague for whom the asker may speak; who has it already stays. */
export async function readOwner(
  ctx: Asking,
  { values, errors }: { values: FormValues; errors: Errors },
  present?: string,
): Promise<string> {
  const id = textIn(values, 'owner') || present || ctx.actor.id
  if (id === present) return id
  const owner = await memberById(ctx.db, ctx.workspace.id, id)
  if (!owner || !isColleague(owner)) errors.owner = formWords[ctx.locale].ownerGone
  else if (present === undefined && !(await speaksFor(ctx, [id])))
    errors.owner = refusals[ctx.locale].notTheirs(owner.name)
  return id
}

async function readParent(
  ctx: Asking,
  { values, errors }: { values: FormValues; errors: Errors },
  of: Objective | undefined,
): Promise<string | null> {
  const typed = lineIn(values, 'parent')
  if (typed === '') return null
  try {
    return (await parentMeant(ctx, typed, of)).id
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    errors.parent = error.message
    return null
  }
}

/** An objective that may stand above this one; a parent that the asker may not see looks like none. */
export async function parentMeant(ctx: Asking, typed: string, of?: Objective): Promise<Objective> {
  const words = formWords[ctx.locale]
  const reference = readReference(typed)
  const number = reference?.kind === 'objective' ? reference.number : 0
  const parent = number > 0 ? await objectiveByNumber(ctx.db, ctx.workspace.id, number) : null
  if (!parent || !(await maySee(ctx.db, ctx.actor, parent)))
    throw new UserError(words.parentUnknown(typed.slice(0, 40)))
  if (!isLive(parent) && parent.id !== of?.parentId) throw new UserError(words.parentArchived(writeObjective(number)))
  const circle = of ? await circleThrough(ctx.db, { parentId: parent.id, childId: of.id }) : null
  if (circle) throw new UserError(words.parentLoop([...circle, circle[0] ?? 0].map(writeObjective).join(' → ')))
  return parent
}
