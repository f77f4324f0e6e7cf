import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../../../chat/locale.ts'
import type { PersonaSeen, PlaceSeen, State } from '../wire.ts'
import type { ClockMove, Request } from './api.ts'
import type { Going } from './use-route.ts'
import type { Words } from './words.ts'

/** What every part of the page knows and can do. */
export type Play = {
  state: State
  me: PersonaSeen
  place: PlaceSeen
  words: Words
  locale: Locale
  zone: string
  /** How far the playground's clock is ahead of this machine's, in milliseconds. */
  aheadMs: number
  go: (where: Going) => void
  refresh: () => Promise<void>
  /** The message with which the server answered the last time. */
  answered: string | null
  /** Asks the server and shows what it answers; false when it did not come to that. */
  ask: (request: Request) => Promise<boolean>
  moveClock: (how: ClockMove) => Promise<void>
}

export const PlayContext = createContext<Play | null>(null)

export function usePlay(): Play {
  const play = useContext(PlayContext)
  if (!play) throw new Error('This part of the page stands outside of the playground.')
  return play
}
