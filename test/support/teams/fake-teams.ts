import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AdaptiveCard as Content } from '../../../src/platforms/teams/adaptive-card.ts'
import { AdaptiveCard } from './adaptive-card.ts'
import type { FakeDialog, FakeMessage, FakeRoom, FakeUser } from './fake-company.ts'
import { fakeRoster, TEAM } from './fake-roster.ts'
import { type Refusal, refuse, textOf } from './wire-words.ts'

type Mentioned = { id: string; name: string; text: string }
export type FakeTeams = Awaited<ReturnType<typeof startFakeTeams>>

export const BOT = { id: '28:drumbeat', name: 'Drumbeat' }
export const TENANT = '2f5b7c1e-0000-4000-8000-00000000c0de'

/** A made-up company on Microsoft Teams: its connector over HTTP, and people's clients as far as they tell us anything. */
export async function startFakeTeams() {
  const users = new Map<string, FakeUser>()
  const rooms = new Map<string, FakeRoom>()
  const messages: FakeMessage[] = []
  const dialogs = new Map<string, FakeDialog>()
  const problems: string[] = []
  /** The connector answers the next calls with these, before it does anything. */
  const refusals: Refusal[] = []
  const calls: string[] = []
  const roster = fakeRoster({ users, rooms })
  let adapter = ''
  let count = 1_700_000_000_000
  const nextId = () => String(++count)
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const answer = (status: number, body: object, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(body))
    }
    const looked = await roster.answerTo(request)
    if (looked) return answer(looked.status, looked.body)
    calls.push(`${request.method} ${request.url}`)
    const body = JSON.parse((await textOf(request)) || '{}')
    const refusal = refusals.shift()
    if (refusal) return refuse(refusal, answer)
    const [, conversation = '', what, id = ''] =
      /^\/v3\/conversations(?:\/([^/]+)(?:\/(activities|members)(?:\/([^/]+))?)?)?$/.exec(request.url ?? '') ?? []
    const where = decodeURIComponent(conversation)
    if (where === '') return made(body, answer)
    if (what === 'members') return member(decodeURIComponent(id), answer)
    if (!isOpen(where)) return answer(403, { error: { code: 'BotNotInConversationRoster' } })
    check(body)
    if (request.method === 'PUT') return changed(decodeURIComponent(id), body, answer)
    const [room = '', root = null] = where.split(';messageid=')
    const message = { id: nextId(), conversation: room, root, edited: 0, ...contentOf(body) }
    messages.push(message)
    return answer(201, { id: message.id })
  }

  type Answer = (status: number, body: object) => unknown

  function made(
    { members = [], tenantId }: { members?: { id: string }[]; tenantId?: string },
    answer: Answer,
  ): unknown {
    const [only] = members
    if (tenantId !== TENANT || members.length !== 1) problems.push('createConversation needs the tenant and one member')
    const user = users.get(only?.id ?? '')
    if (!user || user.hasLeft) return answer(403, { error: { code: 'BotNotInConversationRoster' } })
    return answer(201, { id: directOf(user.id) })
  }

  function member(id: string, answer: Answer): unknown {
    const user = users.get(id)
    if (!user || user.hasLeft) return answer(404, { error: { code: 'MemberNotFoundInConversation' } })
    const email = `${user.aad}@acme.example`
    return answer(200, {
      id,
      name: user.name,
      aadObjectId: user.aad,
      email,
      userPrincipalName: email,
      userRole: 'user',
    })
  }

  function changed(id: string, body: object, answer: Answer): unknown {
    const message = messages.find((one) => one.id === id)
    if (!message) return answer(404, { error: { code: 'ActivityNotFoundInConversation' } })
    Object.assign(message, contentOf(body), { edited: message.edited + 1 })
    return answer(200, { id })
  }

  function isOpen(where: string): boolean {
    const [id = ''] = where.split(';messageid=')
    const room = rooms.get(id)
    if (room) return !room.isClosed
    const user = users.get(id.replace(/^a:/, ''))
    return user !== undefined && !user.hasLeft
  }

  /** What Teams would have refused. */
  function check(body: { attachments?: { content: object }[] }): void {
    for (const { content } of body.attachments ?? []) checkCard(content)
  }

  function checkCard(content: object): void {
    const { success, error } = AdaptiveCard.safeParse(content)
    if (!success) problems.push(...error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
    const bytes = Buffer.byteLength(JSON.stringify(content))
    if (bytes > 28_000) problems.push(`${bytes} bytes`)
  }

  /** Something that somebody does, as Teams tells the bot of it. */
  async function deliver(from: string, told: object, where: { room?: string; root?: string } = {}) {
    const user = users.get(from)
    if (!user) throw new Error(`There is nobody called ${from}`)
    const room = rooms.get(where.room ?? '')
    const conversation = room
      ? {
          id: room.id + (where.root ? `;messageid=${where.root}` : ''),
          conversationType: room.isChat ? 'groupChat' : 'channel',
          isGroup: true,
        }
      : { id: directOf(from), conversationType: 'personal' }
    const activity = {
      ...{ id: nextId(), channelId: 'msteams', serviceUrl: url, recipient: BOT, locale: user.locale },
      ...{ timestamp: new Date().toISOString(), localTimezone: user.timeZone },
      from: { id: user.id, name: user.name, aadObjectId: user.aad },
      conversation: { ...conversation, tenantId: TENANT },
      channelData: {
        tenant: { id: TENANT },
        ...(room && !room.isChat && { team: { id: TEAM, name: 'Acme' }, channel: { id: room.id, name: room.name } }),
      },
      ...told,
    }
    const response = await fetch(`${adapter}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text), id: activity.id }
  }

  const mentioned = ({ id, name, text }: Mentioned) => ({ type: 'mention', mentioned: { id, name }, text })

  return {
    ...{ url, users, rooms, messages, dialogs, problems, refusals, calls, roster, deliver, nextId, checkCard },
    deliverTo: (where: string) => {
      adapter = where
    },
    addUser: (id: string, about: Partial<FakeUser> = {}) => {
      users.set(id, {
        id,
        aad: `aad-${id.slice(3)}`,
        name: id,
        locale: 'en-US',
        timeZone: 'Europe/Berlin',
        hasLeft: false,
        ...about,
      })
    },
    addRoom: (name: string): FakeRoom => {
      const room = { id: `19:${name}@thread.tacv2`, name, isClosed: false, isChat: false }
      rooms.set(room.id, room)
      return room
    },
    /** Teams does not say what a group chat is called. */
    addChat: (name: string): FakeRoom => {
      const chat = { id: `19:${name}@thread.v2`, name: '', isClosed: false, isChat: true }
      rooms.set(chat.id, chat)
      return chat
    },
    say: async (
      from: string,
      { text, mentions = [], room }: { text: string; mentions?: Mentioned[]; room?: string },
    ) => {
      const entities = mentions.map(mentioned)
      const message = { type: 'message', text, textFormat: 'plain', entities }
      const sent = await deliver(from, message, room ? { room } : {})
      const conversation = room ?? directOf(from)
      messages.push({
        ...{ id: sent.id, conversation, root: null, from, text },
        ...{ card: null, summary: text, edited: 0 },
      })
      return sent
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const directOf = (user: string): string => `a:${user}`

type Sent = { text?: string; summary?: string; attachments?: { content: Content }[] }
const contentOf = ({ text = '', summary = '', attachments = [] }: Sent) => ({
  ...{ text, summary: summary || text, card: attachments[0]?.content ?? null },
})
