import { randomBytes } from 'node:crypto'
import type { Attachment } from '../../../src/platform.ts'
import type { Json } from './element-limits.ts'

export type FakeUser = {
  id: string
  name: string
  tz: string
  locale: string
  email: string
  team_id: string
  deleted: boolean
  is_bot: boolean
  is_restricted: boolean
  is_stranger: boolean
  is_admin: boolean
}

export type FakeChannel = {
  id: string
  name: string
  archived: boolean
  private: boolean
  hasBot: boolean
  with?: string
}

export type FakeMessage = {
  channel: string
  ts: string
  text: string
  blocks: Json[]
  /** Who alone sees it. */
  onlyFor?: string
  thread?: string
  broadcast?: boolean
  /** Absent when the bot wrote it. */
  user?: string
  edited: number
  files: Attachment[]
}

export type FakeView = {
  id: string
  hash: string
  user: string
  view: Json
  open: boolean
  errors: Record<string, string>
}

export type Call = { method: string; args: Json; at: number }

/** How a method misbehaves: for how many more calls, and how. */
export type Fault = {
  times: number
  error?: string
  answer?: Json
  retryAfter?: number
  delayMs?: number
  status?: number
}

export type SlackState = {
  teamId: string
  botUserId: string
  /** What the app was given the right to, as far as Slack says so with each answer. */
  scopes: string[]
  users: Map<string, FakeUser>
  channels: Map<string, FakeChannel>
  messages: FakeMessage[]
  views: Map<string, FakeView>
  triggers: Map<string, { user: string; at: number; used: boolean }>
  responses: Map<string, { user: string; channel: string; message?: FakeMessage; uses: number }>
  uploads: Map<string, { name: string; alt: string | undefined; bytes: Buffer | null }>
  faults: Map<string, Fault[]>
  calls: Call[]
  /** What Slack would have refused or shown as an error of the app. */
  problems: string[]
}

export function emptyState(teamId: string): SlackState {
  const state: SlackState = {
    teamId,
    botUserId: 'UBOT',
    scopes: ['chat:write', 'channels:history'],
    users: new Map(),
    channels: new Map(),
    messages: [],
    views: new Map(),
    triggers: new Map(),
    responses: new Map(),
    uploads: new Map(),
    faults: new Map(),
    calls: [],
    problems: [],
  }
  state.users.set('UBOT', userOf({ id: 'UBOT', name: 'drumbeat', is_bot: true }, teamId))
  return state
}

export const userOf = (user: Partial<FakeUser> & { id: string; name: string }, teamId: string): FakeUser => ({
  tz: 'Europe/Berlin',
  locale: 'en-US',
  email: `${user.name}@example.com`,
  team_id: teamId,
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_stranger: false,
  is_admin: false,
  ...user,
})

/** A user as the Web API and the events show them. */
export const shownUser = ({ email, name, ...user }: FakeUser): Json => ({
  ...user,
  name,
  real_name: name,
  is_ultra_restricted: false,
  is_owner: false,
  profile: { display_name: name, real_name: name, email, image_24: 'https://example.com/24.png' },
})

export const token = (): string => randomBytes(6).toString('hex').toUpperCase()

let count = 0
/** A message's time, which is also its name; never the same twice. */
export const nextTs = (): string => `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`

export function directChannel(state: SlackState, user: string): FakeChannel {
  const found = [...state.channels.values()].find((channel) => channel.with === user)
  if (found) return found
  const channel = { id: `D${user}`, name: '', archived: false, private: true, hasBot: true, with: user }
  state.channels.set(channel.id, channel)
  return channel
}

export function newTrigger(state: SlackState, user: string): string {
  const id = `${Date.now()}.${token()}`
  state.triggers.set(id, { user, at: Date.now(), used: false })
  return id
}
