import { type Asking, type Reply, show } from '../../../flow.ts'
import { withOffers } from '../../../links/links.ts'
import { riskCard } from '../cards/risk-card.ts'
import { drawnOf } from '../drawn.ts'
import type { Risk } from '../store/risks.ts'
import { asSubject } from '../subject.ts'

export const showRisk = (ctx: Asking, risk: Risk): Promise<Reply> => shown(ctx, risk)

/** Everything about it, below what was done with it. */
export async function shown(ctx: Asking, risk: Risk, said?: string): Promise<Reply> {
  const drawn = await drawnOf(ctx, risk)
  const card = withOffers(ctx, riskCard(ctx.locale, drawn), asSubject(risk), drawn.links)
  if (!said) return show(card)
  return show({ ...card, tone: 'good', summary: said, blocks: [{ kind: 'text', text: said }, ...card.blocks] })
}
