import { PlatformBusy } from '../../errors.ts'
import { within } from '../../within.ts'
import type { Connector, Conversation } from './connector.ts'
import { OF_COMPANY, OF_CONVERSATION, type Rate, recent, tooEarlyBy } from './rates.ts'

/** How much Teams is asked at a time. Each process counts for itself. */
export type Pace = {
  /** Throws `PlatformBusy` where one more post would be too much for Teams. */
  mustFit(to: Conversation): void
  /** So few at once that a slow connector leaves workers to others; throws `PlatformBusy` when there is no room soon. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** The same connector with everything counted that it is sent, answers too: those are never kept waiting. */
  counting(connector: Connector): Connector
}

const MOST_AT_ONCE = 6
const ROOM_WITHIN_MS = 1_000
const SLOW_SECONDS = 2
const SWEEP_EVERY_MS = 60_000

export function paceOf(now: () => number = Date.now): Pace {
  const company = counter(OF_COMPANY, now)
  const conversations = new Map<string, Counter>()
  let sweptAt = now()
  const inConversation = (of: Conversation): Counter => {
    const id = of.conversationId.split(';messageid=')[0] ?? ''
    const known = conversations.get(id) ?? counter(OF_CONVERSATION, now)
    conversations.set(id, known)
    return known
  }
  // Whoever was not written to for an hour counts no more.
  const sweep = () => {
    if (now() - sweptAt < SWEEP_EVERY_MS) return
    sweptAt = now()
    for (const [id, { isIdle }] of conversations) if (isIdle()) conversations.delete(id)
  }
  const count = (to: Conversation) => {
    sweep()
    company.count()
    inConversation(to).count()
  }
  return {
    mustFit: (to) => {
      const [everywhere, there] = [company.tooEarlyBy(), inConversation(to).tooEarlyBy()]
      if (everywhere > 0) throw new PlatformBusy(Math.ceil(everywhere / 1_000), 'As much as Teams takes of one app')
      if (there > 0)
        throw new PlatformBusy(Math.ceil(there / 1_000), 'As much as Teams takes in one conversation', 'place')
    },
    inTurn: turns(),
    counting: (connector) => ({
      ...connector,
      send: (to, activity) => {
        count(to)
        return connector.send(to, activity)
      },
      change: (to, id, activity) => {
        count(to)
        return connector.change(to, id, activity)
      },
      converseWith: (serviceUrl, person) => {
        company.count()
        return connector.converseWith(serviceUrl, person)
      },
    }),
  }
}

type Counter = ReturnType<typeof counter>

function counter(rates: readonly Rate[], now: () => number) {
  let sent: number[] = []
  return {
    tooEarlyBy: () => tooEarlyBy(rates, sent, now()),
    count: () => {
      sent = [...recent(rates, sent, now()), now()]
    },
    isIdle: () => recent(rates, sent, now()).length === 0,
  }
}

function turns(): Pace['inTurn'] {
  let busy = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (busy >= MOST_AT_ONCE) await roomIn(waiting)
    else busy++
    try {
      return await work()
    } finally {
      // Whoever waits takes over the place.
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}

async function roomIn(waiting: (() => void)[]): Promise<void> {
  let take = () => {}
  const taken = new Promise<true>((resolve) => {
    take = () => resolve(true)
  })
  waiting.push(take)
  if (await within(taken, ROOM_WITHIN_MS)) return
  const at = waiting.indexOf(take)
  if (at < 0) return
  waiting.splice(at, 1)
  throw new PlatformBusy(SLOW_SECONDS, 'The connector of Teams is slow')
}
