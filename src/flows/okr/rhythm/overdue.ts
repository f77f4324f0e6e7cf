import { sayDay } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { frozenPolicy, openAll } from '../../../escalation/open.ts'
import { recard } from '../../../escalation/recard.ts'
import { resolve } from '../../../escalation/resolve.ts'
import type { Asking, Context } from '../../../flow.ts'
import type { Prisma } from '../../../generated/client.ts'
import { membersByIds } from '../../../people/members.ts'
import { keyResultName } from '../cards/lines.ts'
import { settingsOf } from '../store/settings.ts'
import { roundWords } from './messages/round.ts'
import { CHECK_IN_POLICY } from './policy.ts'
import { leadsWithWalks, type Overdue, overdueUnder } from './store/overdue.ts'
import { dropTurns } from './store/turns.ts'

const MOST_SHOWN = 15
const overdueOf = (leadId: string) => ({ flow: 'okr', subject: `overdue/${leadId}` })

/** What stays overdue goes up from the objective's owner: one walk for each of them, whatever it is about. */
export async function escalateOverdue(ctx: Context, leadIds: readonly string[]): Promise<void> {
  if (leadIds.length === 0) return
  const { policyId } = await settingsOf(ctx.db, ctx.workspace.id)
  const policy = policyId ? await frozenPolicy(ctx, { policyId, begins: 'manager' }) : CHECK_IN_POLICY
  for (const leadId of leadIds) {
    const draw = await drawer(ctx, leadId)
    if (!draw) continue
    const about = { ...overdueOf(leadId), about: roundWords.en.overdueAbout, ownerId: leadId }
    await openAll(ctx, [{ ...about, policy, card: draw }])
    await recard(ctx, overdueOf(leadId), draw)
  }
}

type Settling = Context & Partial<Pick<Asking, 'actor'>>

/** Something of theirs may not be overdue any more: the walk shows what is left, and ends with the last of it. */
export async function settleOverdue(ctx: Settling, leadId: string): Promise<void> {
  const draw = await drawer(ctx, leadId)
  if (draw) await recard(ctx, overdueOf(leadId), draw)
  else await resolve(ctx, overdueOf(leadId), ctx.actor)
}

/** Where objectives have gone to others, or away altogether. */
export async function settleAllOverdue(ctx: Settling): Promise<void> {
  for (const leadId of await leadsWithWalks(ctx.db, ctx.workspace.id)) await settleOverdue(ctx, leadId)
}

/** Nobody needs to answer what is open about these any more: they are archived, elsewhere or closed. */
export async function letGo(ctx: Settling, keyResults: Prisma.OkrKeyResultWhereInput): Promise<void> {
  await dropTurns(ctx, keyResults)
  await settleAllOverdue(ctx)
}

/** Null when nothing is overdue by that much. */
async function drawer(ctx: Context, leadId: string): Promise<((locale: Locale) => Card) | null> {
  const overdue = await overdueUnder(ctx.db, ctx.workspace.id, leadId)
  if (overdue.length === 0) return null
  const ids = [leadId, ...overdue.map(({ keyResult }) => keyResult.ownerId)]
  const members = await membersByIds(ctx.db, ctx.workspace.id, [...new Set(ids)])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return (locale) => overdueCard(locale, { overdue, lead: names.get(leadId) ?? '?', names })
}

type Shown = { overdue: readonly Overdue[]; lead: string; names: ReadonlyMap<string, string> }

/** A channel may be told of it: what is private is counted, and not named. */
function overdueCard(locale: Locale, { overdue, lead, names }: Shown): Card {
  const words = roundWords[locale]
  const items = overdue.slice(0, MOST_SHOWN).map(({ keyResult, isPrivate, since }) => {
    const owner = names.get(keyResult.ownerId) ?? words.somebody
    const on = sayDay(since, locale)
    return isPrivate ? words.hidden(owner, on) : words.overdueLine(keyResultName(keyResult), owner, on)
  })
  return noteCard(locale, words.overdueText(overdue.length), {
    tone: 'warning',
    title: words.overdueTitle(lead),
    blocks: [{ kind: 'list', items }],
    hints: [words.overdueNext],
  })
}
