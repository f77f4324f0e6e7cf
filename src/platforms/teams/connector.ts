import { z } from 'zod'
import type { Bot } from './botbuilder.ts'

/** The connector's address, and the conversation there. */
export type Conversation = { serviceUrl: string; conversationId: string }

/** Microsoft's Bot Connector, as far as Drumbeat uses it. Activities are plain JSON. */
export type Connector = {
  /** Returns the id of the message. */
  send(to: Conversation, activity: object): Promise<string>
  change(to: Conversation, id: string, activity: object): Promise<void>
  /** The conversation with one person, made where there is none yet. */
  converseWith(serviceUrl: string, person: { id: string; tenantId: string }): Promise<string>
  /** What is known of somebody in a conversation; null when they are not in it. */
  member(of: Conversation, id: string): Promise<Member | null>
  /** Who is in a conversation or a team, page by page. */
  members(of: Conversation, page?: string): Promise<Page>
  /** The channels of a team; the general one has no name. */
  channelsOf(serviceUrl: string, teamId: string): Promise<Channel[]>
}

const Made = z.looseObject({ id: z.string().default('') })
const Member = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
})
export type Member = z.infer<typeof Member>
const Page = z.looseObject({ members: z.array(Member), continuationToken: z.string().nullish() })
export type Page = z.infer<typeof Page>
const Channel = z.looseObject({ id: z.string(), name: z.string().nullish() })
export type Channel = z.infer<typeof Channel>
const Channels = z.looseObject({ conversations: z.array(Channel) })
const Refused = z.looseObject({ error: z.looseObject({ code: z.string().optional() }).optional() })

/** What the connector answered instead of doing what was asked; never holds what people wrote. */
export class ConnectorRefused extends Error {
  override name = 'ConnectorRefused'
  readonly status: number
  readonly code: string
  readonly retryAfterSeconds: number | null

  constructor(status: number, { code, wait }: { code: string; wait: number }) {
    super(`The connector says ${status} ${code}`.trim())
    this.status = status
    this.code = code
    this.retryAfterSeconds = wait > 0 ? wait : null
  }
}

/** But for a token that is refused it does not try again by itself: the outbox does, so that a slow connector keeps nobody else waiting. A post may take a token and two calls. */
const WITHIN_MS = 8_000
const PAGE = 100

/** Only addresses that `allows` are ever called. */
export function connectorFor({ token }: Pick<Bot, 'token'>, allows: (serviceUrl: string) => boolean): Connector {
  const call = async (method: string, { serviceUrl, path }: { serviceUrl: string; path: string }, body?: object) => {
    if (!allows(serviceUrl)) throw new Error('The connector is at an address that is not allowed')
    const ask = (bearer: string | null) =>
      fetch(`${serviceUrl.replace(/\/*$/, '')}/v3${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(WITHIN_MS),
      })
    const response = await withToken(token, ask)
    const answer = await jsonIn(response)
    if (response.ok) return answer
    const code = Refused.safeParse(answer).data?.error?.code ?? ''
    throw new ConnectorRefused(response.status, { code, wait: Number(response.headers.get('retry-after')) })
  }
  const at = ({ serviceUrl, conversationId }: Conversation, ...more: string[]) => ({
    serviceUrl,
    path: ['', 'conversations', conversationId, ...more].map(encodeURIComponent).join('/'),
  })
  return {
    send: async (to, activity) => Made.parse(await call('POST', at(to, 'activities'), activity)).id,
    change: async (to, id, activity) => void (await call('PUT', at(to, 'activities', id), { ...activity, id })),
    converseWith: async (serviceUrl, { id, tenantId }) => {
      const tenant = { tenant: { id: tenantId } }
      const about = { isGroup: false, tenantId, members: [{ id }], channelData: tenant }
      return Made.parse(await call('POST', { serviceUrl, path: '/conversations' }, about)).id
    },
    member: async (of, id) => {
      try {
        return Member.parse(await call('GET', at(of, 'members', id)))
      } catch (error) {
        if (error instanceof ConnectorRefused && error.status === 404) return null
        throw error
      }
    },
    members: async (of, page) => {
      const { serviceUrl, path } = at(of, 'pagedmembers')
      const query = new URLSearchParams({ pageSize: String(PAGE), ...(page && { continuationToken: page }) })
      return Page.parse(await call('GET', { serviceUrl, path: `${path}?${query}` }))
    },
    channelsOf: async (serviceUrl, teamId) => {
      const path = `/teams/${encodeURIComponent(teamId)}/conversations`
      return Channels.parse(await call('GET', { serviceUrl, path })).conversations
    },
  }
}

/** A token that was kept may be taken no more; what was asked with it did nothing, and is asked with another one. */
async function withToken(token: Bot['token'], ask: (bearer: string | null) => Promise<Response>): Promise<Response> {
  const kept = await token()
  const first = await ask(kept)
  if (first.status !== 401 || kept === null) return first
  const another = await token(kept)
  if (another === kept) return first
  await first.body?.cancel()
  return ask(another)
}

async function jsonIn(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return {}
  }
}
