import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { forgetRequests } from '../../src/intake/once.ts'
import { openShop, type Shop, tokenFor } from './till.ts'

const KETTLE = { item: 'A kettle', buyer: { name: 'Li Na' } }
const withKey = (key: string) => ({ headers: { 'idempotency-key': key } })

describe('the idempotency key', () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await openShop()
  })
  beforeEach(() => shop.clear())
  afterAll(() => shop.close())

  it('is refused when it is missing, empty, too long or not printable', async () => {
    for (const key of [undefined, '', 'k'.repeat(201), 'tab\there', 'clé']) {
      const { status, body } = await shop.send('/sales', {
        method: 'POST',
        headers: { authorization: `Bearer ${shop.token()}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
        body: JSON.stringify(KETTLE),
      })

      expect(status).toBe(400)
      expect(body.error).toContain('Idempotency-Key of 1 to 200 printable characters')
    }
  })

  it('gives the same answer again, without doing it again', async () => {
    const first = await shop.post(KETTLE, withKey('order 7'))
    const again = await shop.post(KETTLE, withKey('order 7'))

    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual(first.body)
    expect(shop.till.sales).toBe(1)
  })

  it('does not mind the order of keys, or spaces', async () => {
    await shop.post('{"item":"A kettle","buyer":{"name":"Li","phone":"1"}}', withKey('k'))
    const again = await shop.post('{ "buyer": {"phone":"1", "name":"Li"}, "item":"A kettle" }', withKey('k'))

    expect(again.status).toBe(200)
  })

  it('is refused for another body or another address', async () => {
    await shop.post(KETTLE, withKey('k'))
    const otherBody = await shop.post({ ...KETTLE, item: 'A pot' }, withKey('k'))
    const otherAddress = await shop.post({ reference: 'S-1' }, { path: '/refunds', ...withKey('k') })

    expect([otherBody.status, otherAddress.status]).toEqual([409, 409])
    expect(otherBody.body.error).toContain('was used for another request')
    expect(shop.till.sales).toBe(1)
  })

  it('belongs to its workspace', async () => {
    await shop.post(KETTLE, withKey('k'))
    const workspace = await shop.house.db.workspace.create({ data: { name: 'Other' } })
    const token = await tokenFor({ db: shop.house.db, workspace })

    const other = await shop.post(
      { ...KETTLE, item: 'A pot' },
      {
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'k' },
      },
    )

    expect(other.status).toBe(201)
  })

  it('lets one of many at the same moment do it, and tells the others the same', async () => {
    shop.till.after = () => sleep(200)

    const answers = await Promise.all(Array.from({ length: 8 }, () => shop.post(KETTLE, withKey('k'))))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(1)
    expect(await shop.house.db.timer.count({ where: { kind: 'till.ring' } })).toBe(1)
  })

  it('lets the second do it when the first fails while the second waits', async () => {
    let failures = 0
    shop.till.after = async () => {
      await sleep(200)
      if (failures++ === 0) throw new Error('The printer is out of paper')
    }

    const answers = await Promise.all([shop.post(KETTLE, withKey('k')), shop.post(KETTLE, withKey('k'))])

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 500])
    expect(await shop.house.db.timer.count({ where: { kind: 'till.ring' } })).toBe(1)
    expect(await shop.house.db.apiRequest.count()).toBe(1)
  })

  it('leaves nothing of a transaction that was killed, so that it can be repeated', async () => {
    let killed = false
    shop.till.after = async ({ db }) => {
      if (killed) return
      killed = true
      await db.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`
    }

    const first = await shop.post(KETTLE, withKey('k'))
    expect(first.status).toBe(500)
    expect(await shop.house.db.apiRequest.count()).toBe(0)
    expect(await shop.house.db.timer.count()).toBe(0)

    const again = await shop.post(KETTLE, withKey('k'))
    expect(again.status).toBe(201)
    expect(await shop.house.db.timer.count({ where: { kind: 'till.ring' } })).toBe(1)
  })

  it('remembers no refusal: what was wrong may be right later', async () => {
    shop.till.before = async () => {}
    expect((await shop.post({ ...KETTLE, item: 'elephant' }, withKey('k'))).status).toBe(422)

    expect((await shop.post(KETTLE, withKey('k'))).status).toBe(201)
  })

  it('is forgotten after 14 days', async () => {
    await shop.post(KETTLE, withKey('old'))
    await shop.post(KETTLE, withKey('young'))
    await shop.house.db.$executeRaw`UPDATE "ApiRequest" SET "at" = now() - interval '15 days' WHERE "key" = 'old'`

    expect(await forgetRequests(shop.house.db)).toBe(1)
    expect(await shop.house.db.apiRequest.findMany({ select: { key: true } })).toEqual([{ key: 'young' }])
  })
})
