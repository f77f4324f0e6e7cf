import type { Block } from '../../../chat/card.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { offersAt } from '../../../links/links.ts'
import { riskCard } from '../cards/risk-card.ts'
import { drawnOf } from '../drawn.ts'
import type { Risk } from '../store/risks.ts'
import { asSubject } from '../subject.ts'

export const showRisk = (ctx: Asking, risk: Risk): Promise<Reply> => shown(ctx, risk)

/** Everything about it, below what was done with it. */
export async function shown(ctx: Asking, risk: Risk, said?: string): Promise<Reply> {
  const drawn = await drawnOf(ctx, risk)
  const card = riskCard(ctx.locale, drawn)
  const offers = offersAt(ctx, asSubject(risk), drawn.links)
  const more: Block[] = offers.length > 0 ? [{ kind: 'buttons', buttons: offers }] : []
  if (!said) return show({ ...card, blocks: [...card.blocks, ...more] })
  return show({ ...card, tone: 'good', summary: said, blocks: [{ kind: 'text', text: said }, ...card.blocks, ...more] })
}
