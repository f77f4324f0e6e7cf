import type { AdaptiveCard as Content } from '../../../src/platforms/teams/adaptive-card.ts'

export type FakeUser = { id: string; aad: string; name: string; locale: string; timeZone: string; hasLeft: boolean }
export type FakeRoom = { id: string; name: string; isClosed: boolean; isChat: boolean }
export type FakeMessage = {
  id: string
  conversation: string
  /** The message of the channel under which it stands. */
  root: string | null
  /** Absent for what the bot wrote. */
  from?: string
  text: string
  card: Content | null
  summary: string
  edited: number
}
export type FakeDialog = { title: string; card: Content | null; words: string }
