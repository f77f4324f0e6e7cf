import { sayDate } from '../../../calendar/say.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import type { Asking } from '../../../flow.ts'
import { say } from '../../../outbox/say.ts'
import { membersByIds } from '../../../people/members.ts'
import { riskName } from '../cards/lines.ts'
import { lineWords } from '../messages/lines.ts'
import { writeRisk } from '../rules/reference.ts'
import type { Risk } from '../store/risks.ts'
import { acceptWords } from './messages/accept.ts'
import type { Acceptance } from './store/acceptances.ts'

/** The owner and whoever has proposed it hear what was decided, once each. */
export async function tellDecision(ctx: Asking, risk: Risk, acceptance: Acceptance): Promise<void> {
  const ids = new Set([risk.ownerId, acceptance.proposedById ?? risk.ownerId])
  for (const { id, locale: spoken } of await membersByIds(ctx.db, ctx.workspace.id, [...ids])) {
    const locale = nearestLocale(spoken)
    const words = acceptWords[locale]
    const reference = writeRisk(risk.number)
    const isAccepted = acceptance.state === 'accepted'
    const said = isAccepted
      ? words.tellAccepted(ctx.actor.name, reference, sayDate(acceptance.expiresOn, locale))
      : words.tellDeclined(ctx.actor.name, reference)
    await say(ctx, {
      key: `risk/decided/${acceptance.id}/${id}`,
      to: { person: id },
      card: noteCard(locale, said, {
        tone: isAccepted ? 'good' : 'warning',
        blocks: [
          { kind: 'text', style: 'heading', text: riskName(risk) },
          ...(acceptance.decision
            ? [{ kind: 'text' as const, style: 'quote' as const, text: acceptance.decision }]
            : []),
        ],
        buttons: [{ label: lineWords[locale].show, action: 'risk.show', value: risk.id }],
      }),
    })
  }
}
