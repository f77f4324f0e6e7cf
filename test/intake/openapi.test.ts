import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flows } from '../../src/flows.ts'
import { entriesOf } from '../../src/intake/entry.ts'
import { openApiOf } from '../../src/intake/openapi.ts'
import { openShop, type Shop, tillFlow } from './till.ts'

type Node = Record<string, unknown>
type Operation = { operationId: string; parameters: Node[]; requestBody?: Node; responses: Node; summary: string }
type Document = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, { get?: Operation; post?: Operation }>
  components: Record<string, Record<string, Node>>
  security: Node[]
}

const STATUSES = {
  get: ['200', '401', '404', '405', '422', '429', '500'],
  post: ['200', '201', '400', '401', '405', '409', '413', '422', '429', '500'],
}

describe.each([
  ['the till', [tillFlow().flow]],
  ['all flows', flows],
])('the document of %s', (_, some) => {
  const document = JSON.parse(JSON.stringify(openApiOf(some))) as Document

  it('has what OpenAPI 3.1 asks for', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toMatchObject({ title: 'Drumbeat', version: expect.any(String) })
    expect(Object.keys(document.paths).every((path) => path.startsWith('/'))).toBe(true)
    expect(document.components.securitySchemes?.token).toMatchObject({ type: 'http', scheme: 'bearer' })
    expect(document.security).toEqual([{ token: [] }])
    for (const names of Object.values(document.components))
      for (const name of Object.keys(names)) expect(name).toMatch(/^[a-zA-Z0-9._-]+$/)
  })

  it('refers to nothing that is not there', () => {
    const refs = refsIn(document)

    expect(refs.length).toBeGreaterThan(0)
    expect(refs.filter((ref) => resolved(document, ref) === undefined)).toEqual([])
  })

  it('names every status, and describes each', () => {
    const operations = Object.values(document.paths).flatMap((item) =>
      (['get', 'post'] as const).flatMap((method) => (item[method] ? [{ method, ...item[method] }] : [])),
    )
    expect(operations.length).toBeGreaterThan(0)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const { method, responses, summary } of operations) {
      expect(Object.keys(responses).sort()).toEqual(STATUSES[method])
      for (const response of Object.values(responses))
        expect(inFull(document, response as Node)).toMatchObject({ description: expect.any(String) })
      expect(summary).toBeTruthy()
    }
  })

  it('asks for a key where something is done, and names the parameters of a question', () => {
    for (const [name, { get, post }] of entriesOf(some)) {
      const item = document.paths[`/${name}`]
      const key = { name: 'Idempotency-Key', in: 'header', required: true }
      if (post) expect(inFull(document, item?.post?.parameters[0] ?? {})).toMatchObject(key)
      expect(item?.post === undefined).toBe(post === undefined)
      const asked = item?.get?.parameters.map((one) => one.name)
      expect(asked).toEqual(get && Object.keys(get.query.shape))
      const where = (param: string) => (name.includes(`{${param}}`) ? 'path' : 'query')
      for (const one of item?.get?.parameters ?? [])
        expect(one).toMatchObject({
          in: where(String(one.name)),
          required: expect.any(Boolean),
          schema: { type: expect.any(String) },
        })
    }
  })

  it('has examples that it would take itself', () => {
    for (const [name, { post }] of entriesOf(some)) {
      if (!post) continue
      const id = `post.${name.replaceAll('/', '.').replaceAll(/[{}]/g, '')}`
      const body = document.components.schemas?.[`${id}.body`] ?? {}
      const answer = document.components.schemas?.[`${id}.answer`] ?? {}

      for (const example of examplesIn(body)) {
        expect(post.body.safeParse(example).error).toBeUndefined()
        expect(z.fromJSONSchema(body).safeParse(example).error).toBeUndefined()
      }
      for (const example of examplesIn(answer)) expect(post.answer.safeParse(example).error).toBeUndefined()
    }
  })
})

describe('the document of the till over the wire', () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await openShop()
  })
  afterAll(() => shop.close())

  it('is there for everybody, with the address at which we are found', async () => {
    const { status, body, headers } = await shop.send('/openapi.json', {})

    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://drumbeat.example/api/v1' }] })
  })

  it('is read, and only read', async () => {
    const { status, headers } = await shop.send('/openapi.json', { method: 'POST' })

    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('GET, HEAD')
  })

  it('has examples that work, and says what comes back', async () => {
    const document = (await shop.send('/openapi.json', {})).body as unknown as Document
    const schemas = document.components.schemas ?? {}
    const examples = examplesIn(schemas['post.sales.body'] ?? {})

    expect(examples).toHaveLength(2)
    for (const example of examples) {
      const { status, body } = await shop.post(example)

      expect(status).toBe(201)
      expect(z.fromJSONSchema(schemas['post.sales.answer'] ?? {}).safeParse(body).error).toBeUndefined()
    }
  })

  it('describes refusals as they are', async () => {
    const document = (await shop.send('/openapi.json', {})).body as unknown as Document
    const Refusal = z.fromJSONSchema(document.components.schemas?.Refusal ?? {})
    const refused = [await shop.post('x'), await shop.post({}), await shop.send('/sales', { method: 'POST' })]

    expect(refused.map(({ status }) => status)).toEqual([400, 422, 401])
    for (const { body } of refused) expect(Refusal.safeParse(body).error).toBeUndefined()
  })
})

const examplesIn = (schema: Node): unknown[] => (schema.examples as unknown[] | undefined) ?? []

function refsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : refsIn(value)))
}

function resolved(document: object, ref: string): unknown {
  const [root, ...steps] = ref.split('/')
  if (root !== '#') return undefined
  return steps.reduce<unknown>((at, step) => (at as Node | undefined)?.[step.replaceAll('~1', '/')], document)
}

const inFull = (document: object, node: Node): unknown =>
  typeof node.$ref === 'string' ? resolved(document, node.$ref) : node
