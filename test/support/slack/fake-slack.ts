import type { Json } from './element-limits.ts'
import { channelId, userId } from './filling.ts'
import type { Outlet } from './interaction.ts'
import { type Person, personOf } from './person.ts'
import { type Answered, sendJson, type Unusual, type Wire } from './sending.ts'
import { serve } from './server.ts'
import { type LinkServer, serveLink } from './socket-server.ts'
import {
  type Call,
  emptyState,
  type FakeMessage,
  type FakeUser,
  type Fault,
  type SlackState,
  shownUser,
  token,
  userOf,
} from './state.ts'

export type FakeSlack = {
  /** What the product is configured with. */
  apiUrl: string
  botToken: string
  appToken: string
  signingSecret: string
  teamId: string
  botUserId: string
  /** Everything that is in the workspace. */
  state: SlackState
  /** What Slack refused or would have shown as an error of the app; empty in a good test. */
  problems: string[]
  /** Where the product listens, without `/slack/events`. */
  deliverTo(url: string): void
  addUser(name: string, more?: Partial<FakeUser>): Person
  user(name: string): Person
  addChannel(name: string, more?: { private?: boolean; hasBot?: boolean }): string
  /** What stands in a channel for everybody, the oldest first. */
  channel(name: string): FakeMessage[]
  calls(method: string): Call[]
  /** The next calls of a method go wrong, or take longer; `respond` stands for the response addresses. */
  fault(method: string, fault: Omit<Fault, 'times'> & { times?: number }): void
  /** Tells the product what happened; give an id to tell it again. */
  event(event: Json, envelope?: Json, unusual?: Unusual): Promise<Answered>
  /** Changes somebody and tells the product. */
  change(name: string, change: Partial<FakeUser>): Promise<Answered>
  archive(channel: string): Promise<Answered>
  wire: Wire
  link: LinkServer
  close(): Promise<void>
}

/** A workspace of Slack in this process: its Web API on a port, and the people in it. */
export async function startFakeSlack(teamId = 'T0FAKE'): Promise<FakeSlack> {
  const state = emptyState(teamId)
  const tokens = { bot: `xoxb-${teamId}`, app: `xapp-${teamId}` }
  const { origin, server } = await serve(state, tokens)
  const link = serveLink(server)
  let product = 'http://127.0.0.1:9'
  const wire: Wire = { url: () => product, signingSecret: `secret-of-${teamId}` }
  const event: FakeSlack['event'] = (what, envelope = {}, unusual = {}) =>
    sendJson(wire, { ...envelopeOf(state, what), ...envelope }, unusual)
  const outlet: Outlet = { state, wire, origin, event }
  return {
    apiUrl: `${origin}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret: wire.signingSecret,
    teamId,
    botUserId: state.botUserId,
    state,
    problems: state.problems,
    wire,
    link,
    event,
    deliverTo: (url) => {
      product = url.replace(/\/$/, '')
    },
    addUser: (name, more = {}) => {
      const user = userOf({ id: `U${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`, name, ...more }, teamId)
      state.users.set(user.id, user)
      return personOf(outlet, user.id)
    },
    user: (name) => personOf(outlet, userId(state, name)),
    addChannel: (name, more = {}) => {
      const id = `C${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`
      state.channels.set(id, { id, name, archived: false, private: false, hasBot: true, ...more })
      return id
    },
    channel: (name) => state.messages.filter((one) => one.channel === channelId(state, name) && !one.onlyFor),
    calls: (method) => state.calls.filter((call) => call.method === method),
    fault: (method, fault) =>
      void state.faults.set(method, [...(state.faults.get(method) ?? []), { times: 1, ...fault }]),
    change: (name, change) => {
      const user = { ...state.users.get(userId(state, name)), ...change } as FakeUser
      state.users.set(user.id, user)
      return event({ type: 'user_change', user: shownUser(user) })
    },
    archive: (name) => {
      const id = channelId(state, name)
      Object.assign(state.channels.get(id) ?? {}, { archived: true })
      return event({ type: 'channel_archive', channel: id, user: 'UADMIN' })
    },
    close: async () => {
      link.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const envelopeOf = (state: SlackState, event: Json): Json => ({
  token: 'verification_token',
  team_id: state.teamId,
  api_app_id: 'A111',
  event: { event_ts: '1595926230.009600', ...event },
  type: 'event_callback',
  event_id: `Ev${token()}`,
  event_time: Math.floor(Date.now() / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: state.teamId,
      user_id: state.botUserId,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
})
