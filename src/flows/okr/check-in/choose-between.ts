import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import { type Asking, ask, type Reply } from '../../../flow.ts'
import { memberById } from '../../../people/members.ts'
import { keyResultName } from '../cards/lines.ts'
import type { CheckIn } from '../store/check-ins.ts'
import { dateFor } from '../store/cycles.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { checkInForm, type Preset } from './cards/check-in-form.ts'
import { updateWords } from './messages/update.ts'
import { written } from './read-form.ts'
import type { Outcome, Said } from './record.ts'

type Conflict = { keyResult: KeyResultWithObjective; said: Said; outcome: Extract<Outcome, { kind: 'stale' }> }

/** The form once more, with both values: what was typed is still there, and nothing has been written yet. */
export async function chooseBetween(ctx: Asking, { keyResult, said, outcome }: Conflict): Promise<Reply> {
  const { theirs, seq } = outcome
  const form = checkInForm(ctx.locale, keyResult, {
    ...{ current: theirs, seq, today: dateFor(keyResult.objective.cycle, ctx.now).toString() },
    value: written(ctx, keyResult, said.value),
    done: said.steps ?? [],
    ...(said.confidence !== null && said.confidence !== undefined && { confidence: String(said.confidence) }),
    ...(said.note && { note: said.note }),
    ...(said.forDate && { date: said.forDate.toString() }),
    conflict: await conflictOf(ctx, { keyResult, said, theirs }),
  })
  return ask(form)
}

type Two = { keyResult: KeyResultWithObjective; said: Said; theirs: CheckIn }

/** Who opened two forms, or typed a command beside one, meets their own value. */
async function conflictOf(ctx: Asking, { keyResult, said, theirs }: Two): Promise<NonNullable<Preset['conflict']>> {
  const words = updateWords[ctx.locale]
  const isOwn = theirs.byId === ctx.actor.id
  const who = theirs.byId ? (await memberById(ctx.db, ctx.workspace.id, theirs.byId))?.name : undefined
  const when = sayDateTime(toInstant(theirs.at), ctx.actor.timeZone, ctx.locale)
  const [there, here] = [reached(ctx, keyResult, theirs), reached(ctx, keyResult, said)]
  const note = theirs.note ? [`“${theirs.note}”`] : []
  const meanwhile = isOwn ? words.conflictOwn : words.conflict
  return {
    said: [meanwhile(keyResultName(keyResult)), words.theirs(who ?? words.program, when, there), ...note].join('\n'),
    theirs: isOwn ? words.keepRecorded(there) : words.keepTheirs(there),
    mine: isOwn ? words.keepTyped(here) : words.keepMine(here),
  }
}

/** Which milestones are done, by their names: as many may be others. */
function reached(
  ctx: Asking,
  keyResult: KeyResultWithObjective,
  { value, steps = [] }: Pick<Said, 'value' | 'steps'>,
): string {
  if (keyResult.kind !== 'milestone') return written(ctx, keyResult, value)
  return steps.map((step) => keyResult.steps[step]).join(', ') || updateWords[ctx.locale].noSteps
}
