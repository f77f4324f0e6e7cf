import { UserError } from '../../errors.ts'
import type { Asking, Reply } from '../../flow.ts'
import { fullCard, fullText } from './cards/full.ts'
import { refusals } from './messages/refusals.ts'
import { mustBeColleague } from './permissions.ts'
import { runById } from './store/runs.ts'

/** Every answer of a digest in full, for whoever pressed; what does not fit a card comes as a file beside it. */
export async function showAll(ctx: Asking, runId: string): Promise<Reply> {
  mustBeColleague(ctx)
  const run = await runById(ctx.db, ctx.workspace.id, runId)
  if (!run) throw new UserError(refusals[ctx.locale].gone)
  if (run.state === 'deleted') throw new UserError(refusals[ctx.locale].deleted(run.standup.name))

  const card = fullCard(run, ctx.locale)
  if (card.fits) return { kind: 'card', card: card.card }
  const name = `${run.standup.name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${run.date.toISOString().slice(0, 10)}.txt`
  return { kind: 'card', card: card.card, file: { name, text: fullText(run, ctx.locale) } }
}
