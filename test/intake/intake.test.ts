import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '../../src/intake/tokens.ts'
import { logOf } from './log.ts'
import { openShop, type Shop, tokenFor } from './till.ts'

const KETTLE = { item: 'A kettle', buyer: { name: 'Li Na' } }

describe('what programs may ask for', () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await openShop()
  })
  beforeEach(() => shop.clear())
  afterAll(() => shop.close())

  it('is done, and what was said and planned leaves', async () => {
    await shop.house.as('mei').dm('hello')
    await shop.house.as('mei').command('/till', 'general')

    const { status, body } = await shop.post(KETTLE)
    await shop.house.settle()

    expect({ status, body }).toEqual({ status: 201, body: { reference: 'S-1', price: 1 } })
    expect(shop.house.inChannel('general').map(({ card }) => card.summary)).toContain('sold: A kettle')
    expect(await shop.house.db.timer.count({ where: { kind: 'till.ring' } })).toBe(1)
  })

  it('takes JSON whatever it is called', async () => {
    const { status } = await shop.post(KETTLE, { headers: { 'content-type': 'text/plain' } })

    expect(status).toBe(201)
  })

  it('keeps text that PostgreSQL cannot hold readable', async () => {
    const { status } = await shop.post('{"item":"ket\\u0000tle \\ud83d","buyer":{"name":"Li"}}')

    expect(status).toBe(201)
  })

  describe('asks who calls', () => {
    it('refuses whoever shows none, or one that is not ours', async () => {
      for (const authorization of [undefined, 'Bearer ', 'Bearer drb_unknown', 'Basic bWVpOm1laQ==', 'Bearer a b']) {
        const { status, body, headers } = await shop.send('/sales', {
          method: 'POST',
          headers: { 'idempotency-key': 'k', ...(authorization === undefined ? {} : { authorization }) },
          body: JSON.stringify(KETTLE),
        })

        expect(status).toBe(401)
        expect(headers.get('www-authenticate')).toBe('Bearer realm="Drumbeat"')
        expect(body.error).toContain('token of your workspace')
      }
      expect(shop.till.sales).toBe(0)
    })

    it('refuses a token that was revoked', async () => {
      await shop.house.db.apiToken.updateMany({ data: { revokedAt: new Date('2026-03-01T00:00:00Z') } })

      expect((await shop.post(KETTLE)).status).toBe(401)
    })

    it('notes when a token was used, once a minute', async () => {
      const where = { hash: hashOf(shop.token()) }
      const lastUsed = async () => (await shop.house.db.apiToken.findUniqueOrThrow({ where })).lastUsedAt?.toISOString()

      await shop.post(KETTLE)
      expect(await lastUsed()).toBe('2026-03-02T12:00:00.000Z')
      shop.house.sleepUntil('2026-03-02T12:00:59Z')
      await shop.post(KETTLE)
      expect(await lastUsed()).toBe('2026-03-02T12:00:00.000Z')
      shop.house.sleepUntil('2026-03-02T12:01:00Z')
      await shop.post(KETTLE)
      expect(await lastUsed()).toBe('2026-03-02T12:01:00.000Z')
    })
  })

  describe('reads the body', () => {
    it('says where it does not fit', async () => {
      const { status, body } = await shop.post({ item: ' ', buyer: { name: 'Li', age: 3 }, price: -1 })

      expect(status).toBe(422)
      expect(body.problems?.map(({ path }) => path).sort()).toEqual(['buyer', 'item', 'price'])
      expect(body.problems?.every(({ message }) => message.length > 0)).toBe(true)
    })

    it('refuses what is no JSON', async () => {
      for (const text of ['not json', '{"item":', "{'item': 1}"])
        expect(await shop.post(text)).toMatchObject({ status: 400, body: { error: 'The body is not JSON.' } })
    })

    it('refuses JSON that is no sale, and nothing at all', async () => {
      for (const text of ['null', '[]', '3', '"a"', '{}', '']) expect((await shop.post(text)).status).toBe(422)
    })

    it('takes 256 KB and not a byte more', async () => {
      const exactly = (bytes: number) => {
        const frame = JSON.stringify({ ...KETTLE, item: 'A kettle' })
        return frame + ' '.repeat(bytes - frame.length)
      }

      expect((await shop.post(exactly(256 * 1024))).status).toBe(201)
      expect(await shop.post(exactly(256 * 1024 + 1))).toMatchObject({
        status: 413,
        body: { error: 'The body is larger than 256 KB.' },
      })
    })

    it('is not fooled by a small body that unpacks to a large one', async () => {
      const packed = gzipSync(JSON.stringify({ ...KETTLE, item: 'x'.repeat(1_000_000) }))

      expect((await shop.post(packed, { headers: { 'content-encoding': 'gzip' } })).status).toBe(413)
    })

    it('refuses letters and packings that it does not know', async () => {
      expect(
        (await shop.post(KETTLE, { headers: { 'content-type': 'application/json; charset=klingon' } })).status,
      ).toBe(415)
      expect((await shop.post(KETTLE, { headers: { 'content-encoding': 'zip' } })).status).toBe(415)
    })
  })

  it('passes on why a flow refuses, beside the field where it says which', async () => {
    expect(await shop.post({ ...KETTLE, item: 'nothing' })).toMatchObject({
      status: 422,
      body: { error: 'Nothing cannot be sold.' },
    })
    expect(await shop.post({ ...KETTLE, item: 'elephant' })).toMatchObject({
      status: 422,
      body: { problems: [{ path: 'item', message: 'We have no elephants.' }] },
    })
  })

  it('answers other methods with what it answers', async () => {
    const answered = [
      ['/refunds', 'POST', ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']],
      ['/stock', 'GET, HEAD', ['POST', 'PUT']],
      ['/sales', 'GET, HEAD, POST', ['PUT', 'DELETE']],
    ] as const
    for (const [path, allowed, methods] of answered)
      for (const method of methods) {
        const { status, headers } = await shop.send(path, { method })

        expect([path, method, status]).toEqual([path, method, 405])
        expect(headers.get('allow')).toBe(allowed)
      }
  })

  it('knows no other address', async () => {
    expect((await shop.post(KETTLE, { path: '/elephants' })).status).toBe(404)
  })

  describe('does not let itself be overrun', () => {
    it('answers sixty requests a minute of one token, and those of another one besides', async () => {
      const statuses: number[] = []
      for (let sent = 0; sent < 61; sent++) statuses.push((await shop.post('x')).status)
      const refused = await shop.post(KETTLE)
      const other = await tokenFor(shop.house)
      const fromOther = await shop.post(KETTLE, { headers: { authorization: `Bearer ${other}` } })

      expect(fromOther.status).toBe(201)
      expect(statuses.filter((status) => status === 400)).toHaveLength(60)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
      expect(refused.body.error).toContain('Retry-After')
    })

    it('lets whoever guesses tokens wait, but not who has one', async () => {
      const from = { 'x-forwarded-for': '192.0.2.1' }
      const guess = () => shop.post(KETTLE, { headers: { authorization: 'Bearer drb_guessed', ...from } })
      for (let guessed = 0; guessed < 20; guessed++) expect((await guess()).status).toBe(401)

      expect((await guess()).status).toBe(429)
      expect((await shop.post(KETTLE, { headers: from })).status).toBe(201)
    })

    it('believes a proxy on this machine who it speaks for', async () => {
      const guess = (from: string) =>
        shop.post(KETTLE, { headers: { authorization: 'Bearer drb_guessed', 'x-forwarded-for': from } })
      for (let guessed = 0; guessed < 21; guessed++) await guess('198.51.100.7')

      expect((await guess('198.51.100.7')).status).toBe(429)
      expect((await guess('203.0.113.9')).status).toBe(401)
    })
  })

  it('logs nothing that anybody wrote', async () => {
    const log = logOf(shop.house.world)
    shop.till.after = async () => {
      throw new Error('The printer is out of paper')
    }

    const { status, body } = await shop.post({ item: 'A very secret kettle', buyer: { name: 'Li Na' } })

    expect(status).toBe(500)
    expect(body.error).toContain('with the same Idempotency-Key')
    expect(log.lines()).toContain('The printer is out of paper')
    expect(log.lines()).not.toMatch(/secret kettle|Li Na|drb_/)
  })
})
