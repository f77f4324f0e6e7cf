import type { Card } from '../../chat/card.ts'
import { type Locale, nearestLocale } from '../../chat/locale.ts'
import type { Context } from '../../flow.ts'
import { say } from '../../outbox/say.ts'
import { memberById } from '../../people/members.ts'

type Led = { id: string; leadId: string }
type Word = { key: string; card: (locale: Locale) => Card }

/** A private word to the lead in the lead's language; the same key is said once. */
export async function sayToLead(ctx: Context, standup: Led, { key, card }: Word): Promise<void> {
  const lead = await memberById(ctx.db, ctx.workspace.id, standup.leadId)
  if (!lead || lead.leftAt) return

  const said = card(nearestLocale(lead.locale))
  await say(ctx, { key: `standup/${standup.id}/lead/${key}`, to: { person: lead.id }, card: said })
}
