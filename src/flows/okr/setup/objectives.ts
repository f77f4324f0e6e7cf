import { changedIn as changes } from '../../../audit/changed-in.ts'
import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { textIn } from '../../../chat/typed.ts'
import { FieldErrors, UserError } from '../../../errors.ts'
import { type Asking, ask, type Context, type Reply, type Submission } from '../../../flow.ts'
import { namesChanged } from '../../../links/links.ts'
import { mustOwnObjective } from '../authority.ts'
import { refusals } from '../messages/refusals.ts'
import { settleAllOverdue } from '../rhythm/overdue.ts'
import { planRounds } from '../rhythm/plan-round.ts'
import { writeObjective } from '../rules/reference.ts'
import { maySee } from '../sight.ts'
import { type Cycle, cyclesOf, holdCycle, presentCycle } from '../store/cycles.ts'
import { changeObjective, lockObjective, type Objective, objectiveById } from '../store/objectives.ts'
import { takeNumbers } from '../store/settings.ts'
import { subjectOf } from '../views/subjects.ts'
import { holdOpen, mustBeColleague, mustBeOpen, objectiveOf } from '../which.ts'
import { editObjectiveForm, newObjectiveForm } from './cards/objective-form.ts'
import { made } from './made.ts'
import { doneWords } from './messages/done.ts'
import { formWords } from './messages/forms.ts'
import { type ObjectiveTerms, readObjective } from './read-objective.ts'
import { holdAlignment } from './store/parents.ts'
import { tellNewOwner } from './tell-owner.ts'

/** `/okr new`, `/okr new Delight our customers`. */
export async function askForObjective(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const open = await openCycles(ctx)
  const present = await presentCycle(ctx.db, ctx.workspace.id, ctx.now)
  if (!present) throw new UserError(refusals[ctx.locale].noCycle)
  const preset = { title: text.trim(), ownerId: ctx.actor.id, cycleId: present.id }
  return ask(newObjectiveForm(ctx.locale, preset, open))
}

export async function createObjective(ctx: Asking, { values }: Submission): Promise<Reply> {
  mustBeColleague(ctx)
  const cycle = await holdCycle(ctx.db, ctx.workspace.id, textIn(values, 'cycle'))
  if (!cycle) throw new FieldErrors({ cycle: formWords[ctx.locale].cycleEmpty })
  await mustBeOpen(ctx, cycle)
  const terms = await readObjective(ctx, values)
  const number = await takeNumbers(ctx.db, ctx.workspace.id, { of: 'objective' })
  const about = { workspaceId: ctx.workspace.id, number, cycleId: cycle.id }
  const { id } = await ctx.db.okrObjective.create({
    data: { ...about, ...terms, createdAt: toDate(ctx.now), createdById: ctx.actor.id },
  })
  const { title: _, why: __, ...detail } = terms
  await record(ctx, { action: 'okr.objective-created', subject: `okr-objective:${id}`, detail: { ...detail, number } })
  await planRounds(ctx, [terms.ownerId])
  const objective = await fresh(ctx, id)
  await tellNewOwner(ctx, objective.ownerId, objective)
  return made(ctx, objective, doneWords[ctx.locale].objectiveCreated(writeObjective(number)))
}

export async function askToEditObjective(ctx: Asking, objective: Objective): Promise<Reply> {
  await mustOwnObjective(ctx, objective)
  await mustBeOpen(ctx, objective.cycle)
  const parent = objective.parentId ? await objectiveById(ctx.db, ctx.workspace.id, objective.parentId) : null
  const isSeen = parent !== null && (await maySee(ctx.db, ctx.actor, parent))
  return ask(editObjectiveForm(ctx.locale, objective, isSeen ? writeObjective(parent.number) : undefined))
}

export async function saveObjective(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const words = doneWords[ctx.locale]
  await mustOwnObjective(ctx, await objectiveOf(ctx, context))
  await holdAlignment(ctx.db, ctx.workspace.id)
  const before = await holdOpen(ctx, context.split(' ')[0] ?? '')
  if (String(before.version) !== context.split(' ')[1]) throw new UserError(refusals[ctx.locale].stale)
  const terms = withHiddenParent(await readObjective(ctx, values, before), before, await hiddenParent(ctx, before))
  const changed = changedIn(before, terms)
  const reference = writeObjective(before.number)
  if (Object.keys(changed).length === 0) return made(ctx, before, words.same(reference))

  const after = await changeObjective(ctx.db, before, terms)
  await record(ctx, { action: 'okr.objective-changed', subject: `okr-objective:${before.id}`, detail: changed })
  await planRounds(ctx, [after.ownerId])
  if ('title' in changed || 'isPrivate' in changed) await namesChanged(ctx, [subjectOf(after)])
  if (after.ownerId !== before.ownerId) {
    await tellNewOwner(ctx, after.ownerId, after)
    await settleAllOverdue(ctx)
  }
  return made(ctx, after, words.saved(reference))
}

/** A parent that the editor may not see was not in the form, and stays. */
async function hiddenParent(ctx: Asking, { parentId }: Objective): Promise<string | null> {
  const parent = parentId ? await objectiveById(ctx.db, ctx.workspace.id, parentId) : null
  return parent && !(await maySee(ctx.db, ctx.actor, parent)) ? parent.id : null
}

const withHiddenParent = (terms: ObjectiveTerms, { parentId }: Objective, hidden: string | null): ObjectiveTerms =>
  hidden && terms.parentId === null ? { ...terms, parentId } : terms

/** Which of the terms are others than before. */
export const changedIn = <Terms extends object>(before: Terms, after: Terms): Record<string, string> =>
  changes(before, after, ['title', 'why', 'team', 'unit', 'steps'])

export const openCycles = async (ctx: Asking): Promise<Cycle[]> =>
  (await cyclesOf(ctx.db, ctx.workspace.id)).filter(({ closedAt }) => closedAt === null)

export async function fresh(ctx: Context, id: string): Promise<Objective> {
  const objective = await lockObjective(ctx.db, ctx.workspace.id, id)
  if (!objective) throw new Error('An objective is gone that was there')
  return objective
}
