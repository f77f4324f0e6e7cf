import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { type Served, servePlayground } from './served.ts'

let database: TestDatabase
let served: Served

beforeAll(async () => {
  database = await testDatabase()
  served = await servePlayground(database.db)
})

afterAll(async () => {
  await served.close()
  await database.close()
})

type Sent = { method?: string; headers?: Record<string, string>; body?: string }
const JSON_TYPE = { 'Content-Type': 'application/json' }

/** `fetch` does not let a test choose its Host. */
function send(path: string, { method = 'POST', headers = {}, body = '' }: Sent) {
  return new Promise<{ status: number; error: string }>((resolve, reject) => {
    const asking = request(served.url + path, { method, headers }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => {
        const isJson = response.headers['content-type']?.includes('json')
        resolve({ status: response.statusCode ?? 0, error: isJson ? JSON.parse(text).error : text })
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

describe('who may come in', () => {
  it.each(['drumbeat.example.com', 'localhost.example.com', '127.0.0.1.nip.io', '10.0.0.7:3000'])(
    'refuses to answer as %s, a name that anybody may point at this machine',
    async (host) => {
      const { status } = await send('/playground/api/state?as=mira', { method: 'GET', headers: { Host: host } })

      expect(status).toBe(403)
    },
  )

  it.each(['localhost:3000', 'drumbeat.localhost', '127.0.0.1', '[::1]:8080'])('answers as %s', async (host) => {
    const { status } = await send('/playground/api/state?as=mira', { method: 'GET', headers: { Host: host } })

    expect(status).toBe(200)
  })

  it.each(['/playground/api/message', '/playground/api/read', '/dev/clock'])(
    'takes nothing at %s from a page of another origin',
    async (path) => {
      const headers = { ...JSON_TYPE, Origin: 'https://evil.example.com' }

      expect((await send(path, { headers, body: '{}' })).status).toBe(403)
      expect((await send(path, { headers: { ...headers, Origin: 'null' }, body: '{}' })).status).toBe(403)
      expect((await send(path, { headers: { ...headers, Origin: served.url }, body: '{}' })).status).toBe(400)
    },
  )
})

describe('what is wrong with a request', () => {
  it.each([
    ['a body that is not JSON', '/playground/api/message', '{"as":', 400, 'The body is not JSON.'],
    ['a missing text', '/playground/api/message', '{"as":"mira"}', 400, /^The request is not right\. text: /],
    ['an empty text', '/playground/api/message', '{"as":"mira","text":" "}', 400, /text: is empty/],
    ['a list for a body', '/playground/api/press', '[]', 400, /the body: /],
    ['an unknown persona', '/playground/api/command', '{"as":"bob","text":"/ops"}', 404, /Nobody/],
    ['an unknown channel', '/playground/api/message', '{"as":"mira","channel":"x","text":"y"}', 404, /no channel #x/],
    [
      'an unknown message',
      '/playground/api/press',
      '{"as":"mira","message":"9","button":"a.b"}',
      404,
      /no such message/,
    ],
    [
      'a message id that is none',
      '/playground/api/press',
      '{"as":"mira","message":"1;","button":"a.b"}',
      404,
      /no such/,
    ],
    ['an unknown address', '/playground/api/nothing', '{}', 404, /no such address/],
    ['a step backwards', '/dev/clock', '{"advance":"-PT1H"}', 400, /forward/],
    ['a step of no length', '/dev/clock', '{"advance":"0h"}', 400, /forward/],
    ['a time that is none', '/dev/clock', '{"to":"tomorrow"}', 400, /send/],
    ['two moves at once', '/dev/clock', '{"advance":"1h","next":true}', 400, /send/],
    ['a next event where there is none', '/dev/clock', '{"next":true}', 400, 'Nothing is planned.'],
  ])('says so in a sentence: %s', async (_what, path, body, status, sentence) => {
    const answer = await send(path, { headers: JSON_TYPE, body })

    expect(answer.status).toBe(status)
    expect(answer.error).toMatch(sentence)
    expect(served.door.received).toEqual([])
  })

  it('refuses a body of 300 KB', async () => {
    const body = JSON.stringify({ as: 'mira', text: 'x'.repeat(300 * 1024) })

    const answer = await send('/playground/api/message', { headers: JSON_TYPE, body })

    expect(answer).toEqual({ status: 413, error: 'The body is larger than 256 KB.' })
  })

  it('takes only bodies that say they are JSON, as a foreign form could send others', async () => {
    const headers = { 'Content-Type': 'text/plain' }

    const answer = await send('/playground/api/message', { headers, body: '{"as":"mira","text":"x"}' })

    expect(answer.status).toBe(400)
  })

  it('takes a text of 12,000 characters', async () => {
    const body = JSON.stringify({ as: 'mira', channel: 'general', text: '长'.repeat(12_000) })

    expect((await send('/playground/api/message', { headers: JSON_TYPE, body })).status).toBe(200)
  })
})

describe('the clock', () => {
  it.each([
    ['{"advance":"1h"}', { advance: 'PT3600S' }],
    ['{"advance":"2d"}', { advance: 'PT172800S' }],
    ['{"advance":"PT90M"}', { advance: 'PT5400S' }],
    ['{"to":"2026-05-06T09:00:00+02:00"}', { to: '2026-05-06T07:00:00Z' }],
  ])('moves by %s', async (body, move) => {
    const { status } = await send('/dev/clock', { headers: JSON_TYPE, body })

    expect(status).toBe(200)
    expect(served.moves.at(-1)).toEqual(move)
  })
})
