import type { Context } from '../../../flow.ts'
import { lockRisk, riskById } from '../store/risks.ts'
import { askDeciders, deciders } from './questions.ts'
import { acceptancesBy } from './store/acceptances.ts'
import { askedAbout } from './store/questions.ts'

/** Where nobody who was asked may decide any more, whoever may now is asked. Returns how many proposals that were. */
export async function askAgain(ctx: Context): Promise<number> {
  const { db, workspace } = ctx
  let count = 0
  for (const { id, riskId } of await acceptancesBy(db, { workspaceId: workspace.id, state: 'proposed' })) {
    if (!(await isStuck(ctx, id, riskId))) continue
    const risk = await lockRisk(db, workspace.id, riskId)
    const [acceptance] = await acceptancesBy(db, { id, state: 'proposed' })
    if (!risk || !acceptance) continue
    await askDeciders(ctx, { risk, acceptance })
    count++
  }
  return count
}

async function isStuck(ctx: Context, id: string, riskId: string): Promise<boolean> {
  const risk = await riskById(ctx.db, ctx.workspace.id, riskId)
  const [acceptance] = await acceptancesBy(ctx.db, { id })
  if (!risk || !acceptance) return false
  const people = await deciders(ctx, risk, acceptance.proposedById)
  const asked = new Set(await askedAbout(ctx, id))
  return people.length > 0 && people.every((one) => !asked.has(one.id))
}
