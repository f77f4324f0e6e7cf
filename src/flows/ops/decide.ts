import { record } from '../../audit/record.ts'
import type { Post, Timer } from '../../database/types.ts'
import { UserError } from '../../errors.ts'
import type { Asking, Reply } from '../../flow.ts'
import { dropPost, retryPost } from '../../outbox/dead-letters.ts'
import { dropTimer, retryTimer } from '../../timers/dead-letters.ts'
import { showHealthAfter } from './health.ts'
import { healthWords } from './messages/health.ts'
import { mustBeAdmin } from './must-be-admin.ts'
import { type Letter, readLetter } from './rules/letter.ts'

/** The button that has it done again. */
export async function retry(ctx: Asking, value: string): Promise<Reply> {
  const letter = letterIn(ctx, value)
  await settle(ctx, letter, 'retried', letter.kind === 'timer' ? retryTimer : retryPost)
  return showHealthAfter(ctx, healthWords[ctx.locale].retried)
}

/** The button by which nobody waits for it any more. */
export async function drop(ctx: Asking, value: string): Promise<Reply> {
  const letter = letterIn(ctx, value)
  await settle(ctx, letter, 'dropped', letter.kind === 'timer' ? dropTimer : dropPost)
  return showHealthAfter(ctx, healthWords[ctx.locale].dropped)
}

function letterIn(ctx: Asking, value: string): Letter {
  mustBeAdmin(ctx)
  const letter = readLetter(value)
  if (!letter) throw new UserError(healthWords[ctx.locale].gone)
  return letter
}

type Deed = (ctx: Asking, id: bigint) => Promise<Timer | Post | null>

async function settle(ctx: Asking, { kind, id }: Letter, outcome: 'retried' | 'dropped', deed: Deed): Promise<void> {
  const settled = await deed(ctx, id)
  if (!settled) throw new UserError(healthWords[ctx.locale].gone)

  const detail = 'key' in settled ? { key: settled.key } : { kind: settled.kind }
  await record(ctx, { action: `ops.dead-letter-${outcome}`, subject: `${kind}:${id}`, detail })
}
