import { record } from '../../../audit/record.ts'
import { toDate } from '../../../calendar/instant.ts'
import { UserError } from '../../../errors.ts'
import type { Context, Reader } from '../../../flow.ts'
import type { Prisma } from '../../../generated/client.ts'
import { refusals } from '../messages/refusals.ts'
import { canMove, type State, stepsNow } from '../rules/path.ts'
import { writeRisk } from '../rules/reference.ts'
import { changeRisk, type Risk } from '../store/risks.ts'

type Move = { why?: string | null; change?: Prisma.RiskUncheckedUpdateInput }

/** The only way for a held risk from one state to another, each with who, when and why. An illegal one says what is possible. */
export async function moveTo(
  ctx: Context & Partial<Reader>,
  risk: Risk,
  to: State,
  { why = null, change = {} }: Move = {},
): Promise<Risk> {
  const { number, state: from } = risk
  if (!canMove(from, to))
    throw new UserError(refusals[ctx.locale ?? 'en'].notNow(writeRisk(number), from, stepsNow(from)))
  const at = toDate(ctx.now)
  await ctx.db.riskStep.create({ data: { riskId: risk.id, from, to, why, byId: ctx.actor?.id ?? null, at } })
  await record(ctx, { action: 'risk.moved', subject: `risk:${risk.id}`, detail: { from, to } })
  return changeRisk(ctx.db, risk, { ...change, state: to })
}
