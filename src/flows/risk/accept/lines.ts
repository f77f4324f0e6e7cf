import { sayDate } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Reader } from '../../../flow.ts'
import { membersByIds } from '../../../people/members.ts'
import { refusals } from '../messages/refusals.ts'
import { acceptWords } from './messages/accept.ts'
import { type Acceptance, acceptancesBy } from './store/acceptances.ts'

/** What waits or holds, in words; where nothing does, what became of the newest. */
export async function acceptanceLines(ctx: Reader, riskId: string): Promise<string[]> {
  const all = await acceptancesBy(ctx.db, { riskId, state: { not: 'withdrawn' } })
  const live = all.filter(({ state }) => state === 'proposed' || state === 'accepted')
  const told = live.length > 0 ? live : all.slice(0, 1)
  const ids = told.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById]).filter((id) => id !== null)
  const names = new Map((await membersByIds(ctx.db, ctx.workspace.id, ids)).map(({ id, name }) => [id, name]))
  return told.map((one) => lineOf(ctx.locale, one, names))
}

function lineOf(locale: Locale, one: Acceptance, names: ReadonlyMap<string, string>): string {
  const words = acceptWords[locale]
  const by = (id: string | null) => names.get(id ?? '') ?? refusals[locale].somebody
  const until = sayDate(one.expiresOn, locale)
  switch (one.state) {
    case 'proposed':
      return words.waits(by(one.proposedById), until)
    case 'accepted':
      return words.holds(by(one.decidedById), until)
    case 'declined':
      return words.wasDeclined(by(one.decidedById))
    case 'expired':
      return words.hasExpired(until)
    case 'withdrawn':
      return words.over.withdrawn
  }
}
