import { toInstant } from '../../calendar/instant.ts'
import { sayDateTime } from '../../calendar/say.ts'
import type { Block, Button, Card, Tone } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import { noticeWords } from '../messages/notice.ts'
import { reasonWords } from '../messages/reasons.ts'
import type { Reason } from '../rules/audience.ts'
import type { Escalation } from '../store/escalations.ts'
import type { Notice, Outcome } from '../store/notices.ts'

export type Reader = { locale: Locale; timeZone: string }
export type Seen = {
  escalation: Escalation
  notices: readonly Notice[]
  nameOf: (memberId: string | null) => string
}

/** What one place was told, as things stand now: the flow's card between why it came here and what can be done. */
export function noticeCard({ escalation, notices, nameOf }: Seen, notice: Notice, reader: Reader): Card {
  const { locale } = reader
  const words = noticeWords[locale]
  const card = (escalation.cards as unknown as Record<Locale, Card>)[locale]
  const status = statusOf({ escalation, notices, nameOf }, notice, reader)
  return {
    ...card,
    tone: toneOf(escalation, card.tone),
    summary: words.summary(card.summary),
    blocks: [
      { kind: 'context', text: whyHere({ escalation, notices, nameOf }, notice, locale) },
      ...(notice.note ? [{ kind: 'text' as const, style: 'quote' as const, text: notice.note }] : []),
      ...card.blocks,
      ...(status ? [{ kind: 'text' as const, text: status }] : []),
      ...waysOn(escalation, notice, locale),
    ],
  }
}

/** Why this place of all places was told. */
export function whyHere(seen: Seen, notice: Notice, locale: Locale): string {
  const words = noticeWords[locale]
  const { because, insteadOfId, step } = notice
  if (because === 'handed') return words.handed(seen.nameOf(insteadOfId))

  const { policy, wokenAt } = seen.escalation
  const sentences = [
    ...(step < policy.steps.length ? [words.step(step + 1, policy.steps.length)] : []),
    reasonFor(seen, notice, locale),
    ...(wokenAt && because !== 'woken' && notice.at >= wokenAt ? [words.again] : []),
  ]
  return sentences.join(words.nextLine)
}

function reasonFor({ escalation, notices, nameOf }: Seen, notice: Notice, locale: Locale): string {
  const words = noticeWords[locale]
  const { because, insteadOfId } = notice
  const beat = notices.filter((one) => isSameBeat(one, notice) && one.outcome !== 'passed-on')
  const passed = beat.find((one) => insteadOfId && one.memberId === insteadOfId)
  if (passed && isReason(passed.outcome))
    return words.insteadOf(nameOf(insteadOfId), reasonWords[locale].why[passed.outcome])

  const ownerId = ownerWhen(notice, { escalation, notices })
  const role = because !== 'fallback' && beat.some(({ outcome }) => outcome === 'loop') ? 'admins' : because
  if (role === 'owner' && ownerId !== escalation.ownerId) return words.noLongerYours(nameOf(escalation.ownerId))
  return words[role](nameOf(ownerId))
}

const isReason = (outcome: Outcome): outcome is Reason => outcome !== 'told' && outcome !== 'passed-on'

/** Whose it was when this place was told. */
function ownerWhen({ id }: Notice, { escalation, notices }: Pick<Seen, 'escalation' | 'notices'>): string {
  const passing = notices.find((one) => one.id > id && one.outcome === 'passed-on')
  return passing?.insteadOfId ?? escalation.ownerId
}

const isSameBeat = (one: Notice, other: Notice): boolean =>
  one.round === other.round && one.step === other.step && one.repeat === other.repeat

function statusOf({ escalation, nameOf }: Seen, { memberId }: Notice, { locale, timeZone }: Reader): string | null {
  const words = noticeWords[locale]
  const { state, holderId, resolvedById, snoozedUntil, snoozedById } = escalation
  switch (state) {
    case 'acknowledged':
      return memberId !== null && memberId === holderId ? words.yours : words.taken(nameOf(holderId))
    case 'resolved':
      return resolvedById ? words.resolvedBy(nameOf(resolvedById)) : words.resolved
    case 'open':
      if (!snoozedUntil) return null
      return words.snoozed(nameOf(snoozedById), sayDateTime(toInstant(snoozedUntil), timeZone, locale))
  }
}

function toneOf({ state }: Escalation, own: Tone = 'warning'): Tone {
  switch (state) {
    case 'open':
      return own
    case 'acknowledged':
      return 'plain'
    case 'resolved':
      return 'good'
  }
}

function waysOn(escalation: Escalation, { place, memberId }: Notice, locale: Locale): Block[] {
  const words = noticeWords[locale]
  const button = (label: string, name: string): Button => ({
    label,
    action: `escalation.${name}`,
    value: escalation.id,
  })
  const why = button(place.startsWith('channel:') ? words.whyHere : words.why, 'why')
  const handOver = button(words.handOver, 'hand-over')
  switch (escalation.state) {
    case 'open':
      return row(
        { ...button(words.take, 'take'), style: 'primary' },
        button(words.snoozeHour, 'snooze-hour'),
        button(words.snoozeTomorrow, 'snooze-tomorrow'),
        handOver,
        why,
      )
    case 'acknowledged':
      return memberId === escalation.holderId ? row(handOver, why) : row(why)
    case 'resolved':
      return row(why)
  }
}

const row = (...buttons: readonly Button[]): Block[] => [{ kind: 'buttons', buttons }]
