import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWeb, type Web } from '../../src/web.ts'
import { openOffice, toldTo } from '../flows/complaint/office.ts'
import type { House } from '../support/house.ts'
import { wordsOf } from '../support/words.ts'
import { type Answer, tokenFor } from './till.ts'

const CUPS = {
  customer: { name: '李娜', contact: 'li.na@customer.example', locale: 'zh-CN' },
  what: '收到的杯子全碎了，包装没有任何保护。',
  via: 'email',
}

describe('a complaint from a program', () => {
  let house: House
  let web: Web
  let token: string
  const post = async (key: string, body: object) => {
    const response = await fetch(`http://127.0.0.1:${web.port}/api/v1/complaints`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Answer }
  }

  beforeAll(async () => {
    house = await openOffice()
    web = await startWeb(house.world, { host: '127.0.0.1', port: 0, devClock: false })
    token = await tokenFor(house)
  })
  afterAll(async () => {
    await web.stop()
    await house.close()
  })

  it('is filed once, answered with its reference, and its owner hears of it', async () => {
    const first = await post('mail 17', CUPS)
    const again = await post('mail 17', CUPS)
    await house.settle()

    expect(first).toMatchObject({ status: 201, body: { reference: 'C-000001', owner: 'Ben' } })
    expect(again).toEqual({ ...first, status: 200 })
    expect(await house.db.complaint.count()).toBe(1)
    expect(toldTo(house, 'ben', 'C-000001').length).toBeGreaterThan(0)
    expect(
      house
        .inChannel('triage')
        .map(({ card }) => wordsOf(card))
        .join(),
    ).not.toContain('li.na@')
  })

  it('is refused with where it does not fit', async () => {
    const { status, body } = await post('mail 18', { ...CUPS, severity: 9, customer: {} })

    expect(status).toBe(422)
    expect(body.problems?.map(({ path }) => path).sort()).toEqual(['customer.name', 'severity'])
    expect(await post('mail 17', { ...CUPS, what: 'Something else' })).toMatchObject({ status: 409 })
    expect(await house.db.complaint.count()).toBe(1)
  })

  it('has room for twelve thousand characters in Chinese', async () => {
    expect((await post('mail 19', { ...CUPS, what: '碎'.repeat(12_000) })).status).toBe(201)
    expect((await post('mail 20', { ...CUPS, what: '碎'.repeat(12_001) })).status).toBe(422)
  })

  it('is numbered without gaps or doubles when many come at once', async () => {
    const filed = await Promise.all(
      [1, 2, 3, 4, 5].map((mail) => post(`storm ${mail}`, { ...CUPS, product: `${mail}` })),
    )
    const references = filed.map(({ body }) => body.reference).sort()

    expect(filed.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(references).toEqual(['C-000003', 'C-000004', 'C-000005', 'C-000006', 'C-000007'])
  })
})
