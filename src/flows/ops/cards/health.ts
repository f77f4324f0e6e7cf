import { sayDuration } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Connection, LastRepair, Pulse } from '../health-facts.ts'
import { healthWords } from '../messages/health.ts'
import { type DeadLetters, deadLetterBlocks } from './dead-letters.ts'

export type Late = { what: string; minutes: number; tries: number }

export type Condition = {
  oldest: Late | null
  due: number
  unsaid: number
  pulse: Pulse | null
  connections: readonly Connection[]
  repair: (LastRepair & { flow: string | undefined }) | null
  dead: DeadLetters
  /** Whether whoever looks may retry and drop. */
  mayDecide: boolean
  /** What has come of a press. */
  outcome?: string
}

const BEATS_WITHIN_MINUTES = 2

export function healthCard(locale: Locale, condition: Condition): Card {
  const words = healthWords[locale]
  const { outcome, dead, mayDecide } = condition
  const isWell = isAllWell(condition)
  const headline = isWell ? words.well : words.unwell
  return {
    locale,
    tone: isWell ? 'good' : 'warning',
    title: words.title,
    summary: headline,
    blocks: [
      ...(outcome ? [{ kind: 'text' as const, text: outcome }] : []),
      { kind: 'text', text: headline },
      ...troubles(locale, condition),
      { kind: 'facts', facts: factsOf(locale, condition) },
      ...deadLetterBlocks(locale, dead, mayDecide),
    ],
  }
}

const isAllWell = ({ oldest, pulse, connections, dead }: Condition): boolean =>
  oldest === null && dead.count === 0 && isBeating(pulse) && connections.every(({ brokenWhy }) => brokenWhy === null)

const isBeating = (pulse: Pulse | null): pulse is Pulse => pulse !== null && pulse.ageMinutes <= BEATS_WITHIN_MINUTES

function factsOf(locale: Locale, { oldest, due, unsaid, pulse, repair }: Condition) {
  const words = healthWords[locale]
  return [
    { label: words.oldest, value: oldest ? lateLine(locale, oldest) : words.none },
    { label: words.waiting, value: words.rows(due, unsaid) },
    ...(isBeating(pulse) ? [{ label: words.workers, value: words.alive(agoOf(locale, pulse.ageMinutes)) }] : []),
    ...(pulse ? [{ label: words.queue(agoOf(locale, pulse.ageMinutes)), value: depthLine(locale, pulse) }] : []),
    { label: words.lastRepair, value: repair ? repairLine(locale, repair) : words.none },
  ]
}

function lateLine(locale: Locale, { what, minutes, tries }: Late): string {
  const words = healthWords[locale]
  const late = words.late(what, sayDuration(minutes, locale))
  return tries > 0 ? words.tried(late, tries) : late
}

function depthLine(locale: Locale, { depths }: Pulse): string {
  const words = healthWords[locale]
  const lanes = (['timers', 'deliveries'] as const).flatMap((lane) => {
    const depth = depths[lane]
    return depth ? [words.lane(words[lane], depth.waiting, depth.active)] : []
  })
  return lanes.length > 0 ? lanes.join(words.semicolon) : words.silent
}

function repairLine(locale: Locale, { what, count, flow, ageMinutes }: NonNullable<Condition['repair']>): string {
  const words = healthWords[locale]
  return words.repaired(repairedOf(words, what, { count, flow }), agoOf(locale, ageMinutes))
}

type Words = (typeof healthWords)[Locale]

function repairedOf(words: Words, what: string, { count, flow }: { count: number; flow: string | undefined }): string {
  if (what === 'post') return words.ofPosts(count)
  return what === 'timer' ? words.ofTimers(count) : words.ofFlow(flow ?? what, count)
}

/** What holds everything up, in sentences. */
function troubles(locale: Locale, { pulse, connections }: Condition): Block[] {
  const words = healthWords[locale]
  const workers = pulse ? words.dead(agoOf(locale, pulse.ageMinutes)) : words.never
  const sentences = connections.flatMap(({ platform, brokenWhy, isBusy }) => {
    if (brokenWhy !== null) return [words.broken(named(platform), brokenWhy)]
    return isBusy ? [words.busy(named(platform))] : []
  })
  return [...(isBeating(pulse) ? [] : [workers]), ...sentences].map((text) => ({ kind: 'text', text }))
}

const named = (platform: string): string => platform.charAt(0).toUpperCase() + platform.slice(1)

function agoOf(locale: Locale, minutes: number): string {
  const words = healthWords[locale]
  return minutes < 1 ? words.now : words.ago(sayDuration(minutes, locale))
}
