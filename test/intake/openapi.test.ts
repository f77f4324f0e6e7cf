import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flows } from '../../src/flows.ts'
import { callsOf } from '../../src/intake/call.ts'
import { openApiOf } from '../../src/intake/openapi.ts'
import { openShop, type Shop, tillFlow } from './till.ts'

type Node = Record<string, unknown>
type Operation = { operationId: string; parameters: Node[]; requestBody: Node; responses: Node; summary: string }
type Document = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, { post: Operation }>
  components: Record<string, Record<string, Node>>
  security: Node[]
}

const STATUSES = ['200', '201', '400', '401', '405', '409', '413', '422', '429', '500']

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
    for (const { post } of Object.values(document.paths)) {
      expect(Object.keys(post.responses).sort()).toEqual(STATUSES)
      for (const response of Object.values(post.responses))
        expect(inFull(document, response as Node)).toMatchObject({ description: expect.any(String) })
      expect(post.summary).toBeTruthy()
      expect(inFull(document, post.parameters[0] ?? {})).toMatchObject({
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
      })
    }
  })

  it('has examples that it would take itself', () => {
    for (const [name, call] of callsOf(some)) {
      const body = document.components.schemas?.[`${name}.body`] ?? {}
      const answer = document.components.schemas?.[`${name}.answer`] ?? {}

      for (const example of examplesIn(body)) {
        expect(call.body.safeParse(example).error).toBeUndefined()
        expect(z.fromJSONSchema(body).safeParse(example).error).toBeUndefined()
      }
      for (const example of examplesIn(answer)) expect(call.answer.safeParse(example).error).toBeUndefined()
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
    const examples = examplesIn(schemas['sales.body'] ?? {})

    expect(examples).toHaveLength(2)
    for (const example of examples) {
      const { status, body } = await shop.post(example)

      expect(status).toBe(201)
      expect(z.fromJSONSchema(schemas['sales.answer'] ?? {}).safeParse(body).error).toBeUndefined()
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
