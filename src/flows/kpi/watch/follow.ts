import { clearAll } from '../../../alerts/clear.ts'
import { raiseAll } from '../../../alerts/raise.ts'
import type { Context } from '../../../flow.ts'
import type { Firing } from '../rules/standing.ts'
import type { Judged } from './judge.ts'
import { raisingsOf, whichOf } from './raisings.ts'

/** Alerts follow what the rules say now; where that is as before nothing happens. */
export async function follow(ctx: Context, judged: readonly Judged[]): Promise<void> {
  const other = judged.filter(({ rule, before }) => !isSame(rule.standing.now, before.now))
  await clearAll(
    ctx,
    other.filter(({ rule }) => !rule.standing.now.isFiring).map(({ rule }) => whichOf(rule)),
  )
  await raiseAll(
    ctx,
    await raisingsOf(
      ctx,
      other.filter(({ rule }) => rule.standing.now.isFiring),
    ),
  )
}

const isSame = (one: Firing, other: Firing): boolean =>
  one.isFiring === other.isFiring && one.firings === other.firings && one.since === other.since
