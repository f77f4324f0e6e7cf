import { z } from 'zod'
import { noteCard } from '../../../chat/note-card.ts'
import { type Asking, ask, type Reply, type Submission, show } from '../../../flow.ts'
import { keyResultName, valueWords } from '../cards/lines.ts'
import { writeKeyResult } from '../rules/reference.ts'
import { currentOfMany } from '../store/check-ins.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { keyResultOf, mustBeOpen } from '../which.ts'
import { checkedIn } from './checked-in.ts'
import { chooseBetween } from './choose-between.ts'
import { heldForCheckIn, mustCheckIn } from './may-check-in.ts'
import { updateWords } from './messages/update.ts'
import { readForm } from './read-form.ts'
import { recordCheckIn } from './record.ts'
import { formFor } from './update.ts'

const Carried = z.object({ value: z.string(), confidence: z.string().nullable(), note: z.string() }).partial()

/** The button: the key result's id, and perhaps what was typed before. */
export async function openCheckIn(ctx: Asking, value: string): Promise<Reply> {
  const keyResult = await keyResultOf(ctx, value)
  await mustCheckIn(ctx, keyResult)
  await mustBeOpen(ctx, keyResult.objective.cycle)
  const { value: typed = '', confidence = null, note = '' } = carriedIn(value.slice(keyResult.id.length).trim())
  return ask(await formFor(ctx, keyResult, { typed, confidence, note }))
}

/** Two at once come one after the other; the second one sees both values and chooses. */
export async function submitCheckIn(ctx: Asking, { context, values }: Submission): Promise<Reply> {
  const known = await keyResultOf(ctx, context)
  await mustCheckIn(ctx, known)
  const keyResult = await heldForCheckIn(ctx, known)
  const [, seq, cycleId] = context.split(' ')
  const current = (await currentOfMany(ctx.db, [keyResult.id])).get(keyResult.id) ?? null
  if (values.keep === 'theirs') return keptTheirs(ctx, keyResult, current?.value ?? keyResult.start)
  const said = readForm(ctx, values, { keyResult, current })
  const outcome = await recordCheckIn(ctx, keyResult, { said, seq: Number(seq), source: 'chat' })
  if (outcome.kind === 'stale') return chooseBetween(ctx, { keyResult, said, outcome })

  const { cycle } = keyResult.objective
  const words = updateWords[ctx.locale]
  const hints = cycleId === cycle.id ? [] : [words.moved(writeKeyResult(keyResult.number), cycle.name)]
  return checkedIn(ctx, keyResult, outcome, hints)
}

function keptTheirs(ctx: Asking, keyResult: KeyResultWithObjective, value: number): Reply {
  const said = updateWords[ctx.locale].kept(keyResultName(keyResult), valueWords(ctx.locale, { keyResult, value }))
  return show(noteCard(ctx.locale, said))
}

/** Whatever stands there: buttons come back from outside. */
function carriedIn(typed: string): z.infer<typeof Carried> {
  try {
    return Carried.parse(JSON.parse(typed || '{}'))
  } catch {
    return {}
  }
}
