import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { UserError } from '../../../errors.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { mustOwnKeyResult, mustOwnObjective } from '../authority.ts'
import { letGo } from '../rhythm/overdue.ts'
import { planRounds } from '../rhythm/plan-round.ts'
import { readReference, writeKeyResult, writeObjective } from '../rules/reference.ts'
import { holdCycle } from '../store/cycles.ts'
import {
  changeKeyResult,
  changeObjective,
  isLive,
  type KeyResultWithObjective,
  type Objective,
} from '../store/objectives.ts'
import {
  cycleMeant,
  holdOpen,
  keyResultByReference,
  mustBeColleague,
  mustBeOpen,
  objectiveByReference,
} from '../which.ts'
import { askToEditKeyResult } from './key-results.ts'
import { made } from './made.ts'
import { doneWords } from './messages/done.ts'
import { askToEditObjective, fresh } from './objectives.ts'
import { parentMeant } from './read-objective.ts'
import { holdAlignment } from './store/parents.ts'

/** Between what and where to, in either language; it may stick to what follows. */
const TO = /^(?:to|under|into|below|到|至|入)?\s*/iu
const NONE = /^(?:none|nothing|-|无|空)$/iu
const UNDO = /^(?:undo|restore|撤销|恢复)$/iu

/** `/okr edit O-3`, `/okr edit KR-12`. */
export async function edit(ctx: Asking, { words }: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const [typed = ''] = words
  if (readReference(typed)?.kind === 'key-result')
    return askToEditKeyResult(ctx, await keyResultByReference(ctx, typed))
  return askToEditObjective(ctx, await objectiveByReference(ctx, typed))
}

/** `/okr align O-3 to O-1`, `… to none`. */
export async function align(ctx: Asking, objective: Objective, { text }: CommandLine): Promise<Reply> {
  const words = doneWords[ctx.locale]
  await mustOwnObjective(ctx, objective)
  const typed = text.replace(TO, '').trim()
  const reference = writeObjective(objective.number)
  if (typed === '') throw new UserError(words.alignUsage(reference))
  await holdAlignment(ctx.db, ctx.workspace.id)
  const held = await holdOpen(ctx, objective.id)
  const parent = NONE.test(typed) ? null : await parentMeant(ctx, typed, held)
  const after = await changeObjective(ctx.db, held, { parentId: parent?.id ?? null })
  const detail = { from: held.parentId, to: after.parentId }
  await record(ctx, { action: 'okr.objective-aligned', subject: `okr-objective:${held.id}`, detail })
  return made(ctx, after, parent ? words.aligned(reference, writeObjective(parent.number)) : words.unaligned(reference))
}

/** `/okr move O-3 to 2027 Q1`. */
export async function move(ctx: Asking, objective: Objective, { text }: CommandLine): Promise<Reply> {
  const words = doneWords[ctx.locale]
  await mustOwnObjective(ctx, objective)
  const reference = writeObjective(objective.number)
  const typed = text.replace(TO, '').trim()
  if (typed === '') throw new UserError(words.whereTo(reference))
  const { id: cycleId } = await cycleMeant(ctx, typed)
  const held = await holdOpen(ctx, objective.id)
  const cycle = await holdCycle(ctx.db, ctx.workspace.id, cycleId)
  await mustBeOpen(ctx, cycle)
  if (held.cycleId === cycleId) throw new UserError(words.movedAlready(reference, held.cycle.name))
  const after = await changeObjective(ctx.db, held, { cycleId })
  await letGo(ctx, { objectiveId: held.id })
  const detail = { from: held.cycleId, to: cycleId }
  await record(ctx, { action: 'okr.objective-moved', subject: `okr-objective:${held.id}`, detail })
  return made(ctx, after, words.moved(reference, after.cycle.name))
}

/** `/okr archive O-3`, `/okr archive KR-12 undo`. */
export async function archive(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  const [typed = '', ...rest] = line.words
  const isBack = rest.some((word) => UNDO.test(word))
  if (readReference(typed)?.kind === 'key-result')
    return archiveKeyResult(ctx, await keyResultByReference(ctx, typed), isBack)
  return archiveObjective(ctx, await objectiveByReference(ctx, typed), isBack)
}

async function archiveObjective(ctx: Asking, objective: Objective, isBack: boolean): Promise<Reply> {
  await mustOwnObjective(ctx, objective)
  const held = await holdOpen(ctx, objective.id)
  const said = mustTurn(ctx, { reference: writeObjective(held.number), isBack, isLive: isLive(held) })
  const after = await changeObjective(ctx.db, held, { archivedAt: isBack ? null : toDate(ctx.now) })
  const action = isBack ? 'okr.objective-restored' : 'okr.objective-archived'
  await record(ctx, { action, subject: `okr-objective:${held.id}` })
  if (!isBack) await letGo(ctx, { objectiveId: held.id })
  else await planRounds(ctx, [after.ownerId, ...after.keyResults.map(({ ownerId }) => ownerId)])
  return made(ctx, after, said)
}

async function archiveKeyResult(ctx: Asking, keyResult: KeyResultWithObjective, isBack: boolean): Promise<Reply> {
  await mustOwnKeyResult(ctx, keyResult)
  const held = await holdOpen(ctx, keyResult.objectiveId)
  const present = held.keyResults.find(({ id }) => id === keyResult.id) ?? keyResult
  const said = mustTurn(ctx, { reference: writeKeyResult(keyResult.number), isBack, isLive: isLive(present) })
  await changeKeyResult(ctx.db, keyResult, { archivedAt: isBack ? null : toDate(ctx.now) })
  const action = isBack ? 'okr.key-result-restored' : 'okr.key-result-archived'
  await record(ctx, { action, subject: `okr-key-result:${keyResult.id}` })
  if (isBack) await planRounds(ctx, [keyResult.ownerId])
  else await letGo(ctx, { id: keyResult.id })
  return made(ctx, await fresh(ctx, held.id), said)
}

type Turning = { reference: string; isBack: boolean; isLive: boolean }

/** What is said when it is done; refuses what is so already. */
function mustTurn(ctx: Asking, { reference, isBack, isLive: live }: Turning): string {
  const words = doneWords[ctx.locale]
  if (isBack && live) throw new UserError(words.liveAlready(reference))
  if (!isBack && !live) throw new UserError(words.archivedAlready(reference))
  return isBack ? words.restored(reference) : words.archived(reference)
}
