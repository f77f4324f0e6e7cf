import type { CommandLine } from '../../../chat/command-line.ts'
import type { Asking, Reply } from '../../../flow.ts'
import { type End, tie, untie } from '../../../links/tie.ts'
import { mustOwnRisk } from '../authority.ts'
import type { Risk } from '../store/risks.ts'
import { asSubject } from '../subject.ts'
import { riskOf } from '../which.ts'

/** `/risk link R-3 C-12`. */
export const tieRisk = async (ctx: Asking, risk: Risk, { text }: CommandLine): Promise<Reply> =>
  tie(ctx, await ownEnd(ctx, risk), text)

export const untieRisk = async (ctx: Asking, risk: Risk, { text }: CommandLine): Promise<Reply> =>
  untie(ctx, await ownEnd(ctx, risk), text)

export async function untieByButton(ctx: Asking, value: string): Promise<Reply> {
  const [, ...reference] = value.split(' ')
  return untie(ctx, await ownEnd(ctx, await riskOf(ctx, value)), reference.join(' '))
}

async function ownEnd(ctx: Asking, risk: Risk): Promise<End> {
  await mustOwnRisk(ctx, risk)
  return { flow: 'risk', id: risk.id, ...asSubject(risk) }
}
