import { fromDateColumn, toInstant } from '../../calendar/instant.ts'
import { localDateOf } from '../../calendar/occurrences.ts'
import { sayDateTime } from '../../calendar/say.ts'
import { type Locale, nearestLocale } from '../../chat/locale.ts'
import { mention } from '../../chat/text.ts'
import type { Context, Reader } from '../../flow.ts'
import { inPublic, linkedTo } from '../../links/links.ts'
import { revise, say } from '../../outbox/say.ts'
import { membersByIds } from '../../people/members.ts'
import { acceptanceLines } from './accept/lines.ts'
import { actionLine } from './cards/action-line.ts'
import { type ActionLine, type Drawn, riskCard } from './cards/risk-card.ts'
import { lineWords } from './messages/lines.ts'
import { refusals } from './messages/refusals.ts'
import { lookAgain } from './review/look-again.ts'
import { isOpen } from './rules/path.ts'
import { writeAction } from './rules/reference.ts'
import { type Action, actionsBy } from './store/actions.ts'
import type { Risk } from './store/risks.ts'
import { settingsOf } from './store/settings.ts'
import { subjectOf } from './subject.ts'

/** The key of its living card. */
export const cardKey = ({ id }: Pick<Risk, 'id'>): string => `risk/card/${id}`

/** What a reader may know of it. */
export async function drawnOf(ctx: Reader, risk: Risk): Promise<Drawn> {
  const { somebody } = refusals[ctx.locale]
  const actions = await actionsBy(ctx.db, { riskId: risk.id })
  const ids = [risk.ownerId, risk.closedById, ...actions.map(({ ownerId }) => ownerId)].filter((id) => id !== null)
  const people = new Map((await membersByIds(ctx.db, ctx.workspace.id, [...new Set(ids)])).map((one) => [one.id, one]))
  const owner = people.get(risk.ownerId)
  const zone = ctx.actor?.timeZone ?? (await settingsOf(ctx.db, ctx.workspace.id)).timeZone
  const by = people.get(risk.closedById ?? '')?.name ?? somebody
  const { closedBy } = lineWords[ctx.locale]
  return {
    risk,
    owner: owner ? [mention(owner)] : somebody,
    links: await linkedTo(ctx, subjectOf(risk)),
    actions: actionsOf(ctx, risk, { actions, zone, names: new Map([...people].map(([id, { name }]) => [id, name])) }),
    acceptances: isOpen(risk.state) ? await acceptanceLines(ctx, risk.id) : [],
    nextReviewOn: risk.nextReviewOn && fromDateColumn(risk.nextReviewOn),
    closed: risk.closedAt && closedBy(by, sayDateTime(toInstant(risk.closedAt), zone, ctx.locale)),
  }
}

/** So many are on the card. */
const MOST_ACTIONS = 8
type Around = { actions: readonly Action[]; names: ReadonlyMap<string, string>; zone: string }

function actionsOf({ locale, now }: Reader, { state }: Risk, { actions, names, zone }: Around): ActionLine[] {
  const today = localDateOf(now, zone)
  const lines = actions.slice(0, MOST_ACTIONS).map((one) => ({
    id: one.state === 'open' && isOpen(state) ? one.id : null,
    ...{ reference: writeAction(one.number), words: actionLine(locale, one, { names, today }) },
  }))
  const left = actions.length - lines.length
  return left > 0 ? [...lines, { id: null, reference: '', words: lineWords[locale].moreActions(left) }] : lines
}

/** Posts it where risks stand, as a card that lives. */
export async function post(ctx: Context, risk: Risk): Promise<void> {
  if (risk.channelId)
    await say(ctx, { key: cardKey(risk), to: { channel: risk.channelId }, card: await inChannel(ctx, risk) })
}

/** What people see of it is as it is now. */
export async function redraw(ctx: Context, risk: Risk): Promise<void> {
  if (risk.channelId) await revise(ctx, cardKey(risk), await inChannel(ctx, risk))
  await lookAgain(ctx, risk)
}

async function inChannel(ctx: Context, risk: Risk) {
  const locale: Locale = nearestLocale(ctx.workspace.locale)
  return riskCard(locale, await drawnOf(inPublic(ctx, locale), risk))
}
