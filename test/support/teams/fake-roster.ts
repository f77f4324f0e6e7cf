import type { IncomingMessage } from 'node:http'
import type { FakeRoom, FakeUser } from './fake-company.ts'

export const TEAM = '19:team@thread.tacv2'

/** Who is in the team, the bot among them, and which channels it has, as the connector tells page by page. */
export function fakeRoster({ users, rooms }: { users: Map<string, FakeUser>; rooms: Map<string, FakeRoom> }) {
  const roster = { calls: [] as string[], isDown: false, isSilent: false, answerTo }

  async function answerTo({ method, url = '' }: IncomingMessage): Promise<{ status: number; body: object } | null> {
    const { pathname, searchParams } = new URL(url, 'http://connector')
    const [, , area, , what] = pathname.split('/')
    const isChannels = area === 'teams' && what === 'conversations'
    if (method !== 'GET' || !(isChannels || what === 'pagedmembers')) return null
    roster.calls.push(decodeURIComponent(url))
    if (roster.isSilent) await new Promise(() => {})
    if (roster.isDown) return { status: 500, body: {} }
    return { status: 200, body: isChannels ? channels() : page(searchParams) }
  }

  const channels = () => ({
    conversations: [
      { id: TEAM, name: null },
      ...[...rooms.values()].filter(({ isChat }) => !isChat).map(({ id, name }) => ({ id, name })),
    ],
  })

  function page(asked: URLSearchParams) {
    const first = Number(asked.get('continuationToken') ?? 0)
    const next = first + Number(asked.get('pageSize'))
    const bot = { id: '28:drumbeat', name: 'Drumbeat', userRole: 'bot' }
    const all = [bot, ...[...users.values()].filter(({ hasLeft }) => !hasLeft).map(memberOf)]
    return { members: all.slice(first, next), ...(next < all.length && { continuationToken: String(next) }) }
  }
  return roster
}

const memberOf = ({ id, name, aad }: FakeUser) => ({ id, name, aadObjectId: aad, userRole: 'user' })
