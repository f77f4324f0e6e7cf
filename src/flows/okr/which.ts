import { toInstant } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import { sayDateTime } from '../../calendar/say.ts'
import type { CommandLine } from '../../chat/command-line.ts'
import { UserError } from '../../errors.ts'
import type { Asking, Context, Reply } from '../../flow.ts'
import { isColleague, memberById } from '../../people/members.ts'
import type { Asker } from './asker.ts'
import { refusals } from './messages/refusals.ts'
import { readPeriod } from './rules/cycles.ts'
import { readReference } from './rules/reference.ts'
import { isThereFor } from './sight.ts'
import { type Cycle, cycleNamed, holdCycle, presentCycle } from './store/cycles.ts'
import {
  type KeyResultWithObjective,
  keyResultById,
  keyResultByNumber,
  lockObjective,
  type Objective,
  objectiveById,
  objectiveByNumber,
} from './store/objectives.ts'
import { settingsOf } from './store/settings.ts'

/** `/okr show O-3 …`: the deed with what was meant, and what was typed after it. */
export const withObjective =
  (deed: (ctx: Asking, objective: Objective, rest: CommandLine) => Promise<Reply>) =>
  async (ctx: Asking, line: CommandLine): Promise<Reply> => {
    mustBeColleague(ctx)
    const [first = '', ...words] = line.words
    return deed(ctx, await objectiveByReference(ctx, first), restOf(line, first, words))
  }

/** `/okr update KR-12 …`. */
export const withKeyResult =
  (deed: (ctx: Asking, keyResult: KeyResultWithObjective, rest: CommandLine) => Promise<Reply>) =>
  async (ctx: Asking, line: CommandLine): Promise<Reply> => {
    mustBeColleague(ctx)
    const [first = '', ...words] = line.words
    return deed(ctx, await keyResultByReference(ctx, first), restOf(line, first, words))
  }

/** What nobody may know of looks like what does not exist. */
export async function objectiveByReference(ctx: Asking, typed: string): Promise<Objective> {
  const words = refusals[ctx.locale]
  if (typed === '') throw new UserError(words.whichObjective)
  const reference = readReference(typed)
  if (reference?.kind !== 'objective') throw new UserError(words.noReference(typed.slice(0, 60)))
  const objective = await objectiveByNumber(ctx.db, ctx.workspace.id, reference.number)
  return seen(ctx, objective, words.unknownObjective(reference.number))
}

export async function keyResultByReference(ctx: Asking, typed: string): Promise<KeyResultWithObjective> {
  const words = refusals[ctx.locale]
  if (typed === '') throw new UserError(words.whichKeyResult)
  const reference = readReference(typed)
  if (reference?.kind !== 'key-result') throw new UserError(words.noReference(typed.slice(0, 60)))
  const keyResult = await keyResultByNumber(ctx.db, ctx.workspace.id, reference.number)
  await seen(ctx, keyResult?.objective ?? null, words.unknownKeyResult(reference.number))
  return keyResult as KeyResultWithObjective
}

/** The value of a button or the context of a form: the id first, and perhaps more after a space. */
export async function objectiveOf(ctx: Asking, value: string): Promise<Objective> {
  mustBeColleague(ctx)
  const [id = ''] = value.split(' ')
  return seen(ctx, await objectiveById(ctx.db, ctx.workspace.id, id), refusals[ctx.locale].gone)
}

export async function keyResultOf(ctx: Asking, value: string): Promise<KeyResultWithObjective> {
  mustBeColleague(ctx)
  const [id = ''] = value.split(' ')
  const keyResult = await keyResultById(ctx.db, ctx.workspace.id, id)
  await seen(ctx, keyResult?.objective ?? null, refusals[ctx.locale].gone)
  return keyResult as KeyResultWithObjective
}

/**
 * The objective as it is now, held: until this transaction ends nobody else changes it or closes its cycle. Refuses when
 * that is closed already. Whoever closes a cycle holds the cycle alone, so nobody waits in a circle.
 */
export async function holdOpen(ctx: Asker, id: string): Promise<Objective> {
  const objective = await seen(ctx, await lockObjective(ctx.db, ctx.workspace.id, id), refusals[ctx.locale].gone)
  await mustBeOpen(ctx, await holdCycle(ctx.db, ctx.workspace.id, objective.cycleId))
  return objective
}

/** A closed cycle says who closed it and when. */
export async function mustBeOpen(ctx: Asker, cycle: Cycle | null): Promise<void> {
  const words = refusals[ctx.locale]
  if (!cycle) throw new UserError(words.gone)
  if (!cycle.closedAt) return
  const by = cycle.closedById ? await memberById(ctx.db, ctx.workspace.id, cycle.closedById) : null
  const when = sayDateTime(toInstant(cycle.closedAt), ctx.actor?.timeZone ?? cycle.timeZone, ctx.locale)
  throw new UserError(words.closed(cycle.name, by?.name ?? words.somebody, when))
}

/** The cycle that was named, else the present one. */
export async function cycleMeant(ctx: Asking, typed: string | undefined): Promise<Cycle> {
  const words = refusals[ctx.locale]
  const cycle = typed ? await cycleCalled(ctx, typed) : await presentCycle(ctx.db, ctx.workspace.id, ctx.now)
  if (!cycle) throw new UserError(typed ? words.unknownCycle(typed.slice(0, 60)) : words.noCycle)
  return cycle
}

/** By its name, or as one speaks of a quarter: `Q4`, `next`, `下季度`. */
export async function cycleCalled({ db, workspace, now }: Context, typed: string): Promise<Cycle | null> {
  const named = await cycleNamed(db, workspace.id, typed)
  if (named) return named
  const { fiscalStart, timeZone } = await settingsOf(db, workspace.id)
  const period = readPeriod(typed, localDateOf(now, timeZone), fiscalStart)
  return period && cycleNamed(db, workspace.id, period.name)
}

export function mustBeColleague({ actor, locale }: Asking): void {
  if (!isColleague(actor)) throw new UserError(refusals[locale].notForGuests)
}

async function seen(ctx: Asker, objective: Objective | null, refusal: string): Promise<Objective> {
  if (!objective || !(await isThereFor(ctx, objective))) throw new UserError(refusal)
  return objective
}

const restOf = (line: CommandLine, first: string, words: readonly string[]): CommandLine => ({
  ...line,
  words,
  text: line.text.trim().slice(first.length).trim(),
})
