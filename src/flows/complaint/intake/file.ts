import { toDate } from '../../../calendar/instant.ts'
import { UserError } from '../../../errors.ts'
import type { Asking, Context } from '../../../flow.ts'
import { startClocks } from '../clocks/clockwork.ts'
import type { Severity, Source, Type, Via } from '../rules/classes.ts'
import { searchTextOf } from '../rules/similar.ts'
import { suggest } from '../rules/suggest.ts'
import { type Complaint, createComplaint } from '../store/complaints.ts'
import { takeNumber } from '../store/settings.ts'
import { tell } from '../story.ts'
import { LONGEST_WHAT } from './limits.ts'
import { formWords } from './messages/form.ts'
import { readable } from './named.ts'
import { type Routing, route } from './routing.ts'
import { customerOf } from './store/customers.ts'

export type Filing = {
  customer: { name: string; contact?: string; locale?: string }
  what: string
  product?: string
  via: Via
  source: Source
  /** What a person decided; where it is absent the rules' suggestion counts. */
  severity?: Severity
  type?: Type
  confidential?: boolean
  /** Colleagues whom it is about. */
  namedIds?: readonly string[]
  evidence?: readonly string[]
  message?: { link?: string; author?: string; text: string }
}

type Filer = Context & Partial<Pick<Asking, 'actor' | 'locale'>>

/** Takes a complaint in: number, class, owner, clocks, card. */
export async function fileComplaint(ctx: Filer, filing: Filing): Promise<Complaint> {
  if (filing.what.length > LONGEST_WHAT) throw new UserError(formWords[ctx.locale ?? 'en'].whatLong(LONGEST_WHAT))
  const { text: what, mentionedIds } = await readable(ctx, filing.what)
  const whole = { ...filing, what, namedIds: [...new Set([...(filing.namedIds ?? []), ...mentionedIds])] }
  const classes = classesOf(whole)
  const routed = { ...classes, product: filing.product ?? '', text: what }
  const routing = await route(ctx, routed, whole.namedIds)

  const complaint = await createComplaint(ctx.db, {
    ...textsOf(whole),
    ...classes,
    workspaceId: ctx.workspace.id,
    // From here on whoever files at the same moment waits.
    number: await takeNumber(ctx.db, ctx.workspace.id),
    customerId: (await customerOf(ctx, filing.customer)).id,
    via: filing.via,
    source: filing.source,
    confidential: filing.confidential ?? false,
    ownerId: routing.chosen.ownerId,
    filedById: ctx.actor?.id ?? null,
    namedIds: whole.namedIds,
    channelId: routing.channelId,
    receivedAt: toDate(ctx.now),
  })
  await startClocks(ctx, complaint)
  await tell(ctx, complaint, { kind: 'filed', detail: detailOf(complaint, routing) })
  for (const link of filing.evidence ?? []) await tell(ctx, complaint, { kind: 'evidence', text: link })
  return complaint
}

/** What the rules suggest, and what counts. */
export function classesOf({
  product = '',
  what,
  severity,
  type,
}: Pick<Filing, 'product' | 'what' | 'severity' | 'type'>) {
  const suggested = suggest(`${product} ${what}`)
  return {
    severity: severity ?? suggested.severity,
    type: type ?? suggested.type,
    suggestedSeverity: suggested.severity,
    suggestedType: suggested.type,
  }
}

const textsOf = ({ customer, product, what, message }: Filing) => ({
  what,
  product: product ?? null,
  messageLink: message?.link ?? null,
  messageAuthor: message?.author ?? null,
  messageText: message?.text ?? null,
  searchText: searchTextOf({ customer: customer.name, product: product ?? '', what }),
})

function detailOf(complaint: Complaint, { won, chosen }: Routing) {
  const { number, source, ownerId, severity, type, suggestedSeverity, suggestedType, namedIds } = complaint
  const routed = { ...chosen, rule: won?.rule.id ?? null, passed: chosen.passed.map((one) => ({ ...one })) }
  return { number, source, severity, type, suggestedSeverity, suggestedType, namedIds, ...routed, ownerId }
}
