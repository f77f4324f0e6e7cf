import { nearestLocale } from '../../chat/locale.ts'
import type { Member } from '../../database/types.ts'
import type { Context, Reader, Week } from '../../flow.ts'
import { type Place, say } from '../../outbox/say.ts'
import { reportCard } from './cards/report-card.ts'
import { reportWords } from './messages/report.ts'
import { pictured } from './picture.ts'
import { toldTo } from './told.ts'

type Saying = { key: string; to: Place; week: Week; askedBy?: string }

/** To whoever the context reads for, with the pictures as one; by whom it was asked for, or that it comes every Monday. */
export async function sayReport(ctx: Reader, { key, to, week, askedBy }: Saying): Promise<void> {
  const words = reportWords[ctx.locale]
  const told = await toldTo(ctx, week)
  const why = askedBy === undefined ? words.everyMonday : words.askedBy(askedBy)
  const card = reportCard(ctx.locale, told, [{ kind: 'context', text: why }])
  await say(ctx, { key, to, card, urgency: 'digest', ...(await pictured(ctx.locale, told)) })
}

/** Nobody in particular reads it, in the workspace's language: only what is open to everybody is there. */
export function toEverybody(ctx: Context & Partial<Pick<Reader, 'actor'>>): Reader {
  const { actor: _, ...context } = ctx
  return { ...context, locale: nearestLocale(ctx.workspace.locale) }
}

/** This member reads it, with what they may see, in their language. */
export const toMember = (ctx: Context, member: Member): Reader => ({
  ...ctx,
  actor: member,
  locale: nearestLocale(member.locale),
})
