import type { Block, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { checkInWords, keyResultName, objectiveName, progressWords, scoreWords } from '../../cards/lines.ts'
import { writeObjective } from '../../rules/reference.ts'
import type { Standing } from '../../standing.ts'
import type { Objective } from '../../store/objectives.ts'
import { roundWords } from '../messages/round.ts'

export type Item = { standing: Standing; objective: Objective; owner: string | null; isOpen: boolean }
/** An objective whose cycle has ended. */
export type WaitingReview = { objective: Objective; isDone: boolean }
export type RoundShown = {
  due: readonly Item[]
  remind: readonly Item[]
  lead: readonly Item[]
  digest: readonly string[]
  reviews: readonly WaitingReview[]
  readerId: string
}

const MOST_SHOWN = 10
/** Buttons; the list has all of them. */
const MOST_REVIEWS = 5

/** Everything about OKRs for one person on one day. */
export function roundCard(locale: Locale, shown: RoundShown): Card {
  const words = roundWords[locale]
  const { due, remind, lead, digest, reviews } = shown
  const own = [...due, ...remind]
  const open = own.filter(({ isOpen }) => isOpen).length
  const isAsking = own.length + lead.length > 0
  const others = reviews.length > 0 ? words.reviews : words.news
  return {
    locale,
    title: isAsking ? words.title : others,
    summary: isAsking ? words.summary(open) : others,
    ...(own.length > 0 && open === 0 && { tone: 'good' as const }),
    blocks: [
      ...section(locale, words.due, due, shown),
      ...section(locale, words.remind, remind, shown),
      ...leadSection(locale, lead),
      ...reviewSection(locale, reviews),
      ...(digest.length > 0 ? [heading(words.digest), { kind: 'list' as const, items: digest }] : []),
    ],
  }
}

function section(locale: Locale, title: string, items: readonly Item[], { readerId }: RoundShown): Block[] {
  if (items.length === 0) return []
  const words = roundWords[locale]
  const left = items.length - MOST_SHOWN
  const more: Block[] = left > 0 ? [{ kind: 'context', text: words.more(left) }] : []
  return [heading(title), ...items.slice(0, MOST_SHOWN).flatMap((item) => itemBlocks(locale, item, readerId)), ...more]
}

function itemBlocks(locale: Locale, { standing, objective, owner, isOpen }: Item, readerId: string): Block[] {
  const words = roundWords[locale]
  const { keyResult } = standing
  const isTheirs = keyResult.ownerId === readerId
  const lines = [
    `${isOpen ? '' : '✓ '}${keyResultName(keyResult)}`,
    objectiveName(objective),
    `${progressWords(locale, standing)} · ${scoreWords(locale, standing)}`,
    isOpen ? checkInWords(locale, standing) : words.done,
    ...(isTheirs ? [] : [words.instead(owner ?? words.somebody)]),
  ]
  const text: Block = { kind: 'text', text: lines.join('\n') }
  if (!isOpen) return [text]
  return [
    text,
    {
      kind: 'buttons',
      buttons: [{ label: words.checkIn, action: 'okr.check-in', value: keyResult.id, style: 'primary' }],
    },
  ]
}

function leadSection(locale: Locale, items: readonly Item[]): Block[] {
  if (items.length === 0) return []
  const words = roundWords[locale]
  const lines = items.map(({ standing, owner, isOpen }) => {
    const said = [
      keyResultName(standing.keyResult),
      words.owner(owner ?? words.somebody),
      checkInWords(locale, standing),
    ]
    return `${isOpen ? '' : '✓ '}${said.join(' · ')}`
  })
  return [heading(words.lead), { kind: 'list', items: lines }]
}

function reviewSection(locale: Locale, reviews: readonly WaitingReview[]): Block[] {
  if (reviews.length === 0) return []
  const words = roundWords[locale]
  const items = reviews.map(({ objective, isDone }) => `${isDone ? '✓ ' : ''}${objectiveName(objective)}`)
  const open = reviews.filter(({ isDone }) => !isDone).slice(0, MOST_REVIEWS)
  const buttons = open.map(({ objective }) => ({
    ...{ label: words.review(writeObjective(objective.number)), action: 'okr.review', value: objective.id },
  }))
  const list: Block[] = [heading(words.reviewDue), { kind: 'list', items }]
  return buttons.length > 0 ? [...list, { kind: 'buttons', buttons }] : list
}

const heading = (text: string): Block => ({ kind: 'text', style: 'heading', text })
