import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logOf } from './log.ts'
import { openShop, type Shop, tokenFor } from './till.ts'

describe('what programs may ask', () => {
  let shop: Shop
  const ask = (query: string, { path = '/sales', method = 'GET' } = {}) =>
    shop.send(`${path}?${query}`, { method, headers: { authorization: `Bearer ${shop.token()}` } })

  beforeAll(async () => {
    shop = await openShop()
  })
  beforeEach(() => shop.clear())
  afterAll(() => shop.close())

  it('is answered without an idempotency key, as it is now, and kept by nobody', async () => {
    const first = await ask('item=kettle&limit=5')
    await shop.post({ item: 'A kettle', buyer: { name: 'Li Na' } })
    const then = await ask('item=kettle')

    expect(first).toMatchObject({ status: 200, body: { sales: 0, item: 'kettle', limit: 5 } })
    expect(then).toMatchObject({ status: 200, body: { sales: 1, item: 'kettle', limit: 10 } })
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(await ask('item=kettle', { method: 'HEAD' })).toMatchObject({ status: 200, body: {} })
    expect(await shop.house.db.apiRequest.count()).toBe(1)
  })

  it('is answered only to who shows a token', async () => {
    const { status, headers } = await shop.send('/sales?item=kettle', {})

    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toBe('Bearer realm="Drumbeat"')
  })

  it('says where the query does not fit', async () => {
    const wrong = {
      '': ['item'],
      'item=': ['item'],
      'item=a&item=b': ['item'],
      'item[]=a': ['', 'item'],
      'item=a&limit=0': ['limit'],
      'item=a&limit=101': ['limit'],
      'item=a&limit=many': ['limit'],
      'item=a&limt=3': [''],
      'item=a&__proto__=3': [''],
    }
    for (const [query, paths] of Object.entries(wrong)) {
      const { status, body } = await ask(query)

      expect([query, status, body.error]).toEqual([query, 422, 'The query does not fit.'])
      expect(body.problems?.map(({ path }) => path).sort()).toEqual(paths)
    }
    expect(await ask('item=ket%00tle%ff')).toMatchObject({ status: 200, body: { item: 'kettle\uFFFD' } })
  })

  it('passes on why a flow does not answer, and what it does not know', async () => {
    expect(await ask('item=nothing')).toMatchObject({ status: 422, body: { error: 'Nothing cannot be sold.' } })
    expect(await ask('item=unicorn')).toMatchObject({ status: 404, body: { error: 'There are no unicorns.' } })
  })

  it('changes nothing, whatever a flow tries', async () => {
    const log = logOf(shop.house.world)
    shop.till.look = async ({ db, workspace }) => {
      await db.workspace.update({ where: { id: workspace.id }, data: { name: 'Sold' } })
    }

    expect(await ask('item=kettle')).toMatchObject({
      status: 500,
      body: { error: expect.not.stringContaining('Sold') },
    })
    expect(log.lines()).toContain('The database refused')
    expect(await shop.house.db.workspace.count({ where: { name: 'Sold' } })).toBe(0)
  })

  it('is answered as it was at one moment, whatever happens meanwhile', async () => {
    const seen: number[] = []
    shop.till.look = async ({ db }) => {
      seen.push(await db.apiToken.count())
      await tokenFor(shop.house)
      seen.push(await db.apiToken.count())
    }
    await ask('item=kettle')

    expect(seen).toEqual([seen[0], seen[0]])
    expect(await shop.house.db.apiToken.count()).toBe((seen[0] ?? 0) + 1)
  })

  it('counts as one of the sixty requests of a minute', async () => {
    const statuses: number[] = []
    for (let sent = 0; sent < 30; sent++) statuses.push((await ask('')).status, (await shop.post('x')).status)

    expect(new Set(statuses)).toEqual(new Set([422, 400]))
    const { status, headers } = await ask('item=kettle')
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
