import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import { type Reader, type Seen, whyHere } from '../../../escalation/cards/notice-card.ts'
import { reasonWords } from '../../../escalation/messages/reasons.ts'
import type { Notice } from '../../../escalation/store/notices.ts'
import { walkWords } from '../messages/walk.ts'

export type Chain = Seen & {
  channelNameOf: (id: string) => string
  /** What the asker was told last. */
  mine: Notice | null
}

/** Who was told when, and who was passed over why; for one reader. */
export function chainCard(chain: Chain, reader: Reader): Card {
  const { escalation, notices, mine } = chain
  const { locale } = reader
  const words = walkWords[locale]
  const { name, version } = escalation.policy
  const reason: Block[] = mine ? [{ kind: 'text', text: whyHere(chain, mine, locale) }] : []
  const soFar: Block =
    notices.length > 0
      ? { kind: 'list', items: notices.map((notice) => lineOf(chain, notice, reader)) }
      : { kind: 'text', text: words.nobodyYet }
  const next = nextOf(chain, reader)
  return {
    locale,
    title: words.whyTitle(escalation.about),
    summary: words.whyTitle(escalation.about),
    blocks: [
      ...reason,
      soFar,
      ...(next ? [{ kind: 'text' as const, text: next }] : []),
      { kind: 'context', text: words.byPolicy(name, version) },
    ],
  }
}

function lineOf(chain: Chain, notice: Notice, { locale, timeZone }: Reader): string {
  const words = walkWords[locale]
  const when = sayDateTime(toInstant(notice.at), timeZone, locale)
  const what = whatHappened(chain, notice, locale)
  const isLast = notice.step >= chain.escalation.policy.steps.length
  return isLast ? words.lastLine(when, what) : words.line(when, notice.step + 1, what)
}

function whatHappened(chain: Chain, notice: Notice, locale: Reader['locale']): string {
  const words = walkWords[locale]
  const name = nameIn(chain, notice)
  if (notice.outcome === 'passed-on') return words.passedOn(chain.nameOf(notice.insteadOfId), name)
  if (notice.outcome !== 'told') return reasonWords[locale][notice.outcome](name)
  if (notice.because === 'handed') return words.handed(chain.nameOf(notice.insteadOfId), name)
  if (notice.because === 'woken') return words.woken(name)
  return notice.insteadOfId ? words.toldInstead(name, chain.nameOf(notice.insteadOfId)) : words.told(name)
}

function nameIn({ nameOf, channelNameOf }: Chain, { place, memberId, outcome }: Notice): string {
  const [kind, id = ''] = place.split(':')
  if (kind !== 'channel') return nameOf(memberId)
  return outcome === 'told' ? `#${channelNameOf(id)}` : channelNameOf(id)
}

function nextOf({ escalation }: Chain, { locale, timeZone }: Reader): string | null {
  const { state, nextAt, nextStep, policy } = escalation
  if (state !== 'open' || !nextAt) return null
  const when = sayDateTime(toInstant(nextAt), timeZone, locale)
  const words = walkWords[locale]
  return nextStep < policy.steps.length ? words.next(nextStep + 1, when) : words.nextLast(when)
}
