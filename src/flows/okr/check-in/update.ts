import type { CommandLine } from '../../../chat/command-line.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, ask, type Reply, show } from '../../../flow.ts'
import { currentOfMany, seqOf } from '../store/check-ins.ts'
import { dateFor } from '../store/cycles.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { mustBeColleague, mustBeOpen } from '../which.ts'
import { askBackCard, whichCard } from './cards/ask-back.ts'
import { checkInForm, type Preset } from './cards/check-in-form.ts'
import { checkedIn } from './checked-in.ts'
import { listDue } from './due.ts'
import { heldForCheckIn, mustCheckIn } from './may-check-in.ts'
import { updateWords } from './messages/update.ts'
import { confidenceOf, dateOf, isTwofold, noteOf, Unfit, valueAfter } from './read-form.ts'
import { type Line, readLine } from './read-line.ts'
import { recordCheckIn } from './record.ts'
import { meantBy } from './which-key-result.ts'

const LONGEST_LINE = 4_000

/** `/okr update`: what is due; `/okr update "activation" 42% conf:7 "trial mail helped"`: straight through. */
export async function update(ctx: Asking, line: CommandLine): Promise<Reply> {
  mustBeColleague(ctx)
  if (line.words.length === 0) return listDue(ctx)
  if (line.text.length > LONGEST_LINE)
    throw new UserError(updateWords[ctx.locale].longNote(LONGEST_LINE, line.text.length))
  const read = readLine(line)
  const meant = await meantBy(ctx, read.about)
  const [keyResult] = meant
  if (!keyResult || meant.length > 1) return show(whichCard(ctx.locale, { meant, line: read }))
  await mustCheckIn(ctx, keyResult)
  await mustBeOpen(ctx, keyResult.objective.cycle)
  return through(ctx, keyResult, read)
}

/** What can be read is recorded; a milestone, or no value at all, is asked for by the form, with what was typed in it. */
async function through(ctx: Asking, keyResult: KeyResultWithObjective, line: Line): Promise<Reply> {
  if (keyResult.kind === 'milestone' || line.typed === '') return ask(await formFor(ctx, keyResult, line))
  const { reading } = line
  if (reading.kind === 'unclear') return show(askBackCard(ctx.locale, { keyResult, line, reading }))
  if (isTwofold(reading, keyResult)) return show(askBackCard(ctx.locale, { keyResult, line, reading }))
  return recordLine(ctx, keyResult, line)
}

async function recordLine(ctx: Asking, known: KeyResultWithObjective, line: Line): Promise<Reply> {
  const keyResult = await heldForCheckIn(ctx, known)
  const current = (await currentOfMany(ctx.db, [keyResult.id])).get(keyResult.id) ?? null
  const { reading } = line
  if (reading.kind === 'unclear') throw new Error('An unclear number was to be recorded')
  try {
    const said = {
      value: valueAfter(ctx, reading, { keyResult, current }),
      confidence: confidenceOf(ctx, line.confidence),
      note: noteOf(ctx, line.note),
      forDate: dateOf(ctx, line.date, keyResult),
    }
    const outcome = await recordCheckIn(ctx, keyResult, { said, source: 'chat' })
    if (outcome.kind === 'recorded') return checkedIn(ctx, keyResult, outcome)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    return show(askBackCard(ctx.locale, { keyResult, line, reading, why: error.message }))
  }
  throw new Error('A check-in without a version cannot be stale')
}

/** The form, with what was typed already in it. */
export async function formFor(ctx: Asking, keyResult: KeyResultWithObjective, line?: Partial<Line>) {
  const current = (await currentOfMany(ctx.db, [keyResult.id])).get(keyResult.id) ?? null
  const preset: Preset = {
    current,
    seq: await seqOf(ctx.db, keyResult.id),
    today: dateFor(keyResult.objective.cycle, ctx.now).toString(),
    ...(line?.typed && { value: line.typed }),
    ...(line?.note && { note: line.note }),
    ...(line?.confidence && { confidence: line.confidence }),
  }
  return checkInForm(ctx.locale, keyResult, preset)
}
