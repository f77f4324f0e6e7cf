import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../src/database/open.ts'
import { startWeb, type Web } from '../src/web.ts'
import { type House, openHouse } from './support/house.ts'
import { toyFlow } from './support/toy-flow.ts'

describe('the HTTP side', () => {
  let house: House
  let web: Web
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${web.port}${path}`)
    return { status: response.status, text: await response.text() }
  }
  const start = async (devClock: boolean) => {
    web = await startWeb(house.world, { host: '127.0.0.1', port: 0, devClock })
  }

  beforeEach(async () => {
    house = await openHouse({ flows: [toyFlow().flow], now: '2026-11-23T08:00:00Z', people: [] })
  })
  afterEach(async () => {
    await web.stop()
    await house.close()
  })

  it('says that it lives and that it is ready', async () => {
    await start(false)

    expect((await get('/healthz')).status).toBe(200)
    expect(await get('/readyz')).toEqual({ status: 200, text: '{"ready":true,"wrong":[]}' })
  })

  it('says in words what is wrong with queue, platform and installation', async () => {
    await start(false)
    house.world.queue.trouble = async () => 'Redis does not answer: ECONNREFUSED'
    house.chat.trouble = async () => 'Slack cannot be reached'
    await house.db.installation.updateMany({ data: { brokenWhy: 'token_revoked' } })

    const ready = await get('/readyz')

    expect(ready.status).toBe(503)
    expect(JSON.parse(ready.text).wrong).toEqual([
      'Redis does not answer: ECONNREFUSED',
      'Slack cannot be reached',
      'playground acme: token_revoked',
    ])
  })

  it('stays alive, but not ready, without its database', async () => {
    await start(false)
    house.world.db = { $queryRaw: () => Promise.reject(new Error('ECONNREFUSED')) } as never

    const [alive, ready] = [await get('/healthz'), await get('/readyz')]
    house.world.db = house.db

    expect(alive.status).toBe(200)
    expect(ready).toEqual({
      status: 503,
      text: '{"ready":false,"wrong":["The database does not answer: ECONNREFUSED"]}',
    })
  })

  it('tells nobody where its database is and how it is asked', async () => {
    await start(false)
    const nowhere = openDatabase('postgresql://boss:hush@127.0.0.1:1/drumbeat')
    house.world.db = nowhere

    const [ready, metrics] = [await get('/readyz'), await get('/metrics')]
    house.world.db = house.db

    expect(ready.status).toBe(503)
    expect(ready.text).toContain('The database does not answer')
    expect(ready.text).not.toMatch(/boss|hush|127\.0\.0\.1|prisma\.|invocation|\/src\//)
    expect(metrics).toMatchObject({ status: 200, text: expect.stringContaining('drumbeat_database_up 0') })
  })

  it('answers although its database does not answer at all', async () => {
    await start(false)
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    house.world.db = openDatabase(`postgresql://a:b@127.0.0.1:${(silent.address() as AddressInfo).port}/c`)

    const ready = await get('/readyz')
    house.world.db = house.db
    silent.close()

    expect(ready).toMatchObject({ status: 503, text: expect.stringContaining('has not answered for 3 seconds') })
  })

  it('still counts while the queue is away', async () => {
    await start(false)
    house.world.queue.trouble = async () => 'Redis does not answer: ECONNREFUSED'
    house.world.queue.counts = async () => Promise.reject(new Error('Connection is closed.'))

    const { status, text } = await get('/metrics')

    expect(status).toBe(200)
    expect(text).toContain('drumbeat_queue_up 0')
    expect(text).toContain('drumbeat_posts_waiting')
  })

  it('counts for Prometheus', async () => {
    await start(false)
    const { text } = await get('/metrics')

    for (const name of [
      'drumbeat_oldest_overdue_timer_seconds',
      'drumbeat_repairs_total',
      'drumbeat_queue_waiting{lane="timers"}',
    ])
      expect(text).toContain(name)
  })

  it('has a clock to move only where it is wanted', async () => {
    await start(false)

    const response = await fetch(`http://127.0.0.1:${web.port}/dev/clock`, { method: 'POST' })

    expect(response.status).toBe(404)
  })

  it('moves its clock where that is wanted', async () => {
    await start(true)

    const response = await fetch(`http://127.0.0.1:${web.port}/dev/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"advance":"1h"}',
    })

    expect(await response.json()).toEqual({ now: '2026-11-23T09:00:00Z' })
    expect(house.now().toString()).toBe('2026-11-23T09:00:00Z')
  })

  it('knows where we are found once a free port was chosen, and keeps an address that was given', async () => {
    await start(false)
    expect(house.world.site).toBe('https://drumbeat.example')
    await web.stop()
    house.world.site = 'http://localhost:0'
    await start(false)

    expect(house.world.site).toBe(`http://localhost:${web.port}`)
  })

  it('is as strict as ever beside the pages for customers', async () => {
    await start(false)

    for (const path of ['/nothing/here', '/api/v1/openapi.json', '/api/v1/nothing', '/healthz']) {
      const { headers } = await fetch(`http://127.0.0.1:${web.port}${path}`)

      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  it('answers an unknown address with 404', async () => {
    await start(false)

    expect((await get('/nothing/here')).status).toBe(404)
  })
})
