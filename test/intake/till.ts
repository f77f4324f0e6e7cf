import { z } from 'zod'
import { FieldErrors, UserError } from '../../src/errors.ts'
import type { Context, Flow } from '../../src/flow.ts'
import { apiCall } from '../../src/intake/call.ts'
import { apiQuestion } from '../../src/intake/question.ts'
import { Refusal } from '../../src/intake/refusal.ts'
import { hashOf, newToken } from '../../src/intake/tokens.ts'
import { say } from '../../src/outbox/say.ts'
import { plan } from '../../src/timers/plan.ts'
import { startWeb, type Web } from '../../src/web.ts'
import { type House, openHouse } from '../support/house.ts'
import { cardSaying } from '../support/toy-flow.ts'

export const NOON = '2026-03-02T12:00:00Z'

const Sale = z
  .strictObject({
    item: z.string().trim().min(1).max(20_000).describe('What was sold.'),
    buyer: z.strictObject({ name: z.string().min(1), phone: z.string().optional() }),
    price: z.number().positive().default(1),
  })
  .meta({
    examples: [
      { item: 'A kettle', buyer: { name: 'Li Na' } },
      { item: '茶壶', buyer: { name: '李娜' }, price: 9 },
    ],
  })

const Sold = z
  .strictObject({ reference: z.string(), price: z.number() })
  .meta({ examples: [{ reference: 'S-1', price: 1 }] })

const Asked = z.strictObject({
  item: z.string().min(1).describe('Of what was sold.'),
  limit: z.coerce.number().int().min(1).max(100).default(10),
})

type Till = { sales: number; before: Hook; after: Hook; look: Hook }
type Hook = (ctx: Context) => Promise<void>

/** A till: each sale is said in the buyer's name to nobody but its own log, and can be made to fail. */
export function tillFlow() {
  const till: Till = { sales: 0, before: async () => {}, after: async () => {}, look: async () => {} }
  const flow: Flow = {
    name: 'till',
    title: { en: 'Till', 'zh-CN': '收银' },
    commands: {},
    buttons: {},
    forms: {},
    timers: { ring: { does: { en: 'rings', 'zh-CN': '响铃' }, fire: async () => {} } },
    api: {
      sales: { get: sold(till), post: sell(till) },
      stock: { get: sold(till) },
      refunds: { post: refund },
    },
  }
  return Object.assign(till, { flow })
}

const sell = (till: Till) =>
  apiCall({
    does: 'Writes down a sale.',
    body: Sale,
    answer: Sold,
    run: async (ctx, { item, price }) => {
      await till.before(ctx)
      if (item === 'nothing') throw new UserError('Nothing cannot be sold.')
      if (item === 'elephant') throw new FieldErrors({ item: 'We have no elephants.' })
      till.sales++
      await plan(ctx, { kind: 'till.ring', subject: `sale-${till.sales}`, at: ctx.now.add({ hours: 1 }) })
      const channel = await ctx.db.channel.findFirst({ where: { workspaceId: ctx.workspace.id } })
      if (channel) {
        await say(ctx, {
          key: `till/${till.sales}`,
          to: { channel: channel.id },
          card: cardSaying(`sold: ${item}`),
        })
      }
      await till.after(ctx)
      return { reference: `S-${till.sales}`, price }
    },
  })

const sold = (till: Till) =>
  apiQuestion({
    does: 'Says how many sales there were.',
    query: Asked,
    answer: z.strictObject({ sales: z.number(), item: z.string(), limit: z.number() }),
    run: async (ctx, { item, limit }) => {
      await till.look(ctx)
      if (item === 'nothing') throw new UserError('Nothing cannot be sold.')
      if (item === 'unicorn') throw new Refusal(404, 'There are no unicorns.')
      return { sales: till.sales, item, limit }
    },
  })

const refund = apiCall({
  does: 'Takes a sale back.',
  body: z.strictObject({ reference: z.string() }),
  answer: z.strictObject({ reference: z.string() }),
  run: async (_ctx, { reference }) => ({ reference }),
})

export type Shop = Awaited<ReturnType<typeof openShop>>

/** A house with a till, on a real port, and a token of its workspace. */
export async function openShop() {
  const till = tillFlow()
  const house = await openHouse({ flows: [till.flow], now: NOON, people: [{ handle: 'mei' }] })
  const web = await startWeb(house.world, { host: '127.0.0.1', port: 0, devClock: false })
  let token = await tokenFor(house)
  const base = `http://127.0.0.1:${web.port}/api/v1`
  let requests = 0

  async function send(path: string, init: RequestInit): Promise<{ status: number; body: Answer; headers: Headers }> {
    const response = await fetch(base + path, init)
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers }
  }
  return {
    till,
    house,
    web: web as Web,
    base,
    token: () => token,
    send,
    /** As if nobody had bought anything yet, with a token of its own. */
    clear: async () => {
      Object.assign(till, { sales: 0, before: async () => {}, after: async () => {}, look: async () => {} })
      await house.db.apiRequest.deleteMany()
      await house.db.timer.deleteMany()
      token = await tokenFor(house)
    },
    /** A request as it should be, but for what the test changes. */
    post: (
      body: unknown,
      { path = '/sales', headers = {} }: { path?: string; headers?: Record<string, string> } = {},
    ) =>
      send(path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': `key ${++requests}`,
          'content-type': 'application/json',
          ...headers,
        },
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      }),
    close: async () => {
      await web.stop()
      await house.close()
    },
  }
}

export type Answer = {
  error?: string
  problems?: { path: string; message: string }[]
  reference?: string
  price?: number
}

export async function tokenFor({ db, workspace }: Pick<House, 'db' | 'workspace'>): Promise<string> {
  const token = newToken()
  const data = { workspaceId: workspace.id, name: 'the shop', hash: hashOf(token), createdAt: new Date(NOON) }
  await db.apiToken.create({ data })
  return token
}
