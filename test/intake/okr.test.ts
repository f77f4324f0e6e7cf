import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startWeb, type Web } from '../../src/web.ts'
import { newKeyResult, newObjective, openOffice } from '../flows/okr/office.ts'
import type { House } from '../support/house.ts'
import { tokenFor } from './till.ts'

type Answer = Record<string, unknown> & { error?: string; problems?: { path: string }[] }
type Document = {
  paths: Record<string, Record<string, { parameters: { name?: string }[]; summary: string }>>
  components: { schemas: Record<string, z.core.JSONSchema.JSONSchema> }
}

const NEW = { kind: 'percent', objective: 'O-1', title: '激活率', start: '30%', target: 60 }

describe('key results and check-ins from a program', () => {
  let house: House
  let web: Web
  let token: string
  const send = async (method: string, path: string, { body, key, as = token }: Sent = {}) => {
    const response = await fetch(`http://127.0.0.1:${web.port}/api/v1/okr/${path}`, {
      method,
      headers: { authorization: `Bearer ${as}`, ...(key && { 'idempotency-key': key }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Answer, headers: response.headers }
  }
  type Sent = { body?: unknown; key?: string; as?: string }
  const checkIn = (key: string, body: object) =>
    send('POST', 'check-ins', { key, body: { keyResult: 'KR-1', ...body } })
  const get = (path: string) => send('GET', path)

  beforeAll(async () => {
    house = await openOffice()
    await newKeyResult(house, 'ben', await newObjective(house, 'ben'))
    web = await startWeb(house.world, { host: '127.0.0.1', port: 0, devClock: false })
    token = await tokenFor(house)
  })
  afterAll(async () => {
    await web.stop()
    await house.close()
  })

  it('are added, checked in on once for each key, and read again', async () => {
    const added = await send('POST', 'key-results', { key: 'kr', body: NEW })
    expect(added).toMatchObject({ status: 201, body: { reference: 'KR-2', owner: 'Ben', value: 30, version: 0 } })
    expect(await send('POST', 'key-results', { key: 'kr', body: NEW })).toMatchObject({ status: 200, body: added.body })

    const first = await checkIn('week 41', { value: '+3', note: '进展顺利' })
    const again = await checkIn('week 41', { value: '+3', note: '进展顺利' })
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual(first.body)
    const { id: tokenId } = await house.db.apiToken.findFirstOrThrow()
    const trail = await house.db.auditEntry.findMany({ where: { action: 'okr.checked-in' } })
    expect(trail).toMatchObject([{ actorId: null, source: `api:${tokenId}` }])
    expect(await checkIn('week 41', { value: '+4' })).toMatchObject({ status: 409 })
    expect(await send('POST', 'key-results', { key: 'week 41', body: NEW })).toMatchObject({ status: 409 })
    expect(await get('key-results?limit=1')).toMatchObject({
      ...{ status: 200, body: { keyResults: [{ reference: 'KR-1', value: 3, version: 1 }], next: 'KR-1' } },
    })
    expect(await get('key-results?limit=1&after=KR-1')).toMatchObject({ body: { keyResults: [{ reference: 'KR-2' }] } })
    expect(await get('check-ins?keyResult=KR-1')).toMatchObject({
      ...{ status: 200, body: { keyResult: { version: 1 }, checkIns: [{ note: '进展顺利', source: 'api' }] } },
    })
    expect((await send('HEAD', 'key-results')).status).toBe(200)
  })

  it('have one effect when one request comes several times at once, or several know the same version', async () => {
    const before = await house.db.okrCheckIn.count()
    const same = await Promise.all([1, 2, 3].map(() => checkIn('storm', { value: '+1' })))
    const rivals = await Promise.all([1, 2, 3].map((nth) => checkIn(`rival ${nth}`, { value: nth * 10, version: 2 })))

    expect(same.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
    expect(rivals.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    const [won] = rivals.filter(({ status }) => status === 201)
    for (const { body } of rivals.filter(({ status }) => status === 409))
      expect(body).toMatchObject({ present: { reference: 'KR-1', value: won?.body.value, version: 3 } })
    expect(await house.db.okrCheckIn.count()).toBe(before + 2)
  })

  it('may be sent again with the same key once what was in the way is gone', async () => {
    const refused = await checkIn('later', { value: 5, version: 1 })
    expect(refused.status).toBe(409)

    expect((await checkIn('later', { value: 5, version: 3 })).status).toBe(201)
  })

  it('are refused as they have to be', async () => {
    const wrong = [
      [await send('GET', 'key-results', { as: 'drb_unknown' }), 401],
      [await send('POST', 'check-ins', { as: 'drb_unknown', key: 'a', body: {} }), 401],
      [await get('check-ins?keyResult=KR-99'), 404],
      [await get('key-results?objective=O-99'), 404],
      [await get('key-results?limit=1000'), 422],
      [await get('check-ins'), 422],
      [await checkIn('b', { value: '1,5' }), 422],
      [await checkIn('c', { value: 1, note: '长'.repeat(12_000) }), 422],
      [await checkIn('d', { value: 1, note: '长'.repeat(100_000) }), 413],
      [await send('POST', 'check-ins', { key: 'e', body: '{"keyResult":"KR-1","value":NaN}' }), 400],
      [await send('POST', 'check-ins', { key: 'f', body: '{"keyResult":"KR-1","value":1e400}' }), 422],
      [await send('POST', 'check-ins', { body: { keyResult: 'KR-1', value: 1 } }), 400],
    ] as const
    for (const [{ status, body }, expected] of wrong) expect([status, body.error?.slice(-1)]).toEqual([expected, '.'])
    const { body } = await checkIn('b', { value: '1,5', forDate: '2026-12-01' })
    expect(body.problems?.map(({ path }) => path).toSorted()).toEqual(['forDate', 'value'])
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const refused = await send(method, 'check-ins')
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
    }
  })

  it('are described by the document as they are answered', async () => {
    const response = await fetch(`http://127.0.0.1:${web.port}/api/v1/openapi.json`)
    // Zod follows references to definitions only.
    const text = (await response.text()).replaceAll('#/components/schemas/', '#/$defs/')
    const { paths, components } = JSON.parse(text) as Document
    const schema = (id: string) => z.fromJSONSchema({ $ref: `#/$defs/${id}`, $defs: components.schemas })

    expect(Object.keys(paths['/okr/key-results'] ?? {})).toEqual(['get', 'post'])
    expect(Object.keys(paths['/okr/check-ins'] ?? {})).toEqual(['get', 'post'])
    expect(paths['/okr/check-ins']?.get?.parameters.map(({ name }) => name)).toEqual(['keyResult', 'after', 'limit'])
    const answers = {
      'get.okr.key-results.answer': await get('key-results'),
      'get.okr.check-ins.answer': await get('check-ins?keyResult=KR-1'),
      'post.okr.key-results.answer': await send('POST', 'key-results', { key: 'kr', body: NEW }),
      'post.okr.check-ins.answer': await checkIn('week 41', { value: '+3', note: '进展顺利' }),
    }
    for (const [id, { status, body }] of Object.entries(answers)) {
      expect([id, status]).toEqual([id, 200])
      expect(schema(id).safeParse(body).error).toBeUndefined()
      expect(schema(id).safeParse({}).success).toBe(false)
    }
  })
})
