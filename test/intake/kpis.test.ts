import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWeb, type Web } from '../../src/web.ts'
import { newKpi, newRule, openOffice, posted } from '../flows/kpi/office.ts'
import type { House } from '../support/house.ts'
import { tokenFor } from './till.ts'

type Sent = { path?: string; key?: string; as?: string }

describe('values of KPIs from a program', () => {
  let house: House
  let web: Web
  let token: string
  let requests = 0
  const ask = async (method: string, path: string, body?: unknown, key = `key ${++requests}`) => {
    const response = await fetch(`http://127.0.0.1:${web.port}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const send = (body: unknown, { path = 'kpis/orders/samples', key }: Sent = {}) => ask('POST', path, body, key)
  const values = async (path = 'kpis/orders/samples') =>
    ((await ask('GET', path)).body.samples as { period: string; value: string }[]).map(
      ({ period, value }) => `${period} ${value}`,
    )

  beforeAll(async () => {
    house = await openOffice()
    await newKpi(house)
    await newKpi(house, { name: '收入', key: '收入', unit: '元', period: 'month' })
    web = await startWeb(house.world, { host: '127.0.0.1', port: 0, devClock: false })
    token = await tokenFor(house)
  })
  afterAll(async () => {
    await web.stop()
    await house.close()
  })

  it('are written once for each key and period, exactly, late ones and corrections too', async () => {
    const once = { period: '2026-02-27', value: '1000000000000000.000000001' }
    expect(await send(once, { key: 'a' })).toEqual({
      status: 201,
      body: { added: 1, corrected: 0, unchanged: 0, problems: [] },
    })
    expect((await send(once, { key: 'a' })).status).toBe(200)
    expect(await send(once)).toMatchObject({ status: 201, body: { added: 0, unchanged: 1 } })
    expect(await send({ period: '2026-02-25', value: 0.1 })).toMatchObject({ body: { added: 1 } })
    expect(await send({ period: '2026-02-27', value: '1e-9' })).toMatchObject({ body: { corrected: 1 } })

    expect(await values()).toEqual(['2026-02-27 0.000000001', '2026-02-25 0.1'])
    expect(await values('kpis/orders/samples?limit=1')).toEqual(['2026-02-27 0.000000001'])
    const kept = await house.db.$queryRaw`SELECT "value"::float8 FROM "KpiCorrection"`
    expect(kept).toEqual([{ value: 1_000_000_000_000_000 }])
  })

  it('are all named where they are wrong, and nothing is written, or what is right where that is wanted', async () => {
    const samples = [
      { period: '2026-02-20', value: 1 },
      { period: '2027-01-01', value: 1 },
      { period: '2026-W08', value: 'much' },
      { period: '2026-02-20', value: 2 },
      { period: '2026-02-19', value: 0.1234567890123456 },
    ]
    const refused = await send({ samples })
    expect(refused.status).toBe(422)
    expect(refused.body.problems).toEqual([
      { path: 'samples.1.period', message: expect.stringContaining('has not begun') },
      { path: 'samples.2.period', message: expect.stringContaining('Write it like 2026-11-20') },
      { path: 'samples.2.value', message: expect.stringContaining('“much”') },
      { path: 'samples.3.period', message: 'This period comes twice, with two values.' },
      { path: 'samples.4.value', message: expect.stringContaining('send it as text') },
    ])
    expect(await values()).not.toContain('2026-02-20 1')
    expect(await send({ samples, partial: true })).toMatchObject({ status: 201, body: { added: 1 } })
    expect(await values()).toContain('2026-02-20 1')
    expect((await send({ samples: [] })).status).toBe(422)
    expect((await send({ period: '20 Feb', value: 1 })).status).toBe(422)
    expect((await send({ period: '2026-02-20', value: 1 }, { path: 'kpis/nothing/samples' })).status).toBe(404)
  })

  it('come for many KPIs at once, whatever script their keys are in', async () => {
    const samples = [
      { kpi: 'orders', period: '2026-02-18', value: 5 },
      { kpi: '收入', period: '2026-02', value: '1200000.50' },
      { kpi: '成本', period: '2026-02', value: 1 },
    ]
    expect((await send({ samples }, { path: 'kpis/samples' })).body.problems).toEqual([
      { path: 'samples.2.kpi', message: 'There is no KPI “成本”.' },
    ])
    await send({ samples: samples.slice(0, 2) }, { path: 'kpis/samples' })
    expect(await values(`kpis/${encodeURIComponent('收入')}/samples`)).toEqual(['2026-02 1200000.5'])
    const listed = (await ask('GET', 'kpis')).body.kpis
    expect(listed).toMatchObject([
      { key: 'orders', owner: 'Ben' },
      { key: '收入', newest: { period: '2026-02' } },
    ])
  })

  it('raise alerts', async () => {
    await newRule(house, { kind: 'above', bound: '100' })
    await send({
      samples: [
        { period: '2026-03-01', value: 99 },
        { period: '2026-03-02', value: 101 },
      ],
    })
    await house.wake()

    expect(posted(house)).toEqual([expect.stringContaining('Mon, 2 Mar 2026: 101 orders')])
  })

  it('are taken a thousand at once, and no more', async () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        period: new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10),
        value: `123456.${at}`,
      }))
    expect(await send({ samples: days(1_000) })).toMatchObject({ status: 201, body: { added: 1_000 } })
    expect((await send({ samples: days(1_001) })).status).toBe(422)
  })

  it('stand in the document that says how', async () => {
    const document = (await ask('GET', 'openapi.json')).body as { paths: Record<string, Record<string, object>> }
    expect(document.paths['/kpis/{key}/samples']?.post).toMatchObject({
      operationId: 'post.kpis.key.samples',
      parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }, { name: 'key', in: 'path', required: true }],
    })
    expect(document.paths['/kpis/{key}/samples']?.get).toMatchObject({
      parameters: expect.arrayContaining([expect.objectContaining({ name: 'key', in: 'path' })]),
    })
  })
})
