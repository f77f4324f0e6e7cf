import type { z } from 'zod'
import type { Flow } from '../flow.ts'
import type { ApiCall } from './call.ts'
import { type ApiEntry, entriesOf } from './entry.ts'
import { REFUSALS, refusal, statusesOf } from './openapi-refusals.ts'
import { parametersOf, ref, schemasOf } from './openapi-schemas.ts'
import type { ApiQuestion } from './question.ts'

/** The OpenAPI 3.1 document of what the flows let programs ask and do; the address is added by whoever shows it. */
export function openApiOf(flows: readonly Flow[]) {
  const entries = entriesOf(flows)
  const [bodies, answers] = [entries.flatMap(bodiesOf), entries.flatMap(answersOf)]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Drumbeat',
      version: '1',
      description:
        'For programs of a workspace. What changes something is done once for its Idempotency-Key, however often it comes.',
    },
    security: [{ token: [] }],
    paths: Object.fromEntries(entries.map(([name, entry]) => [`/${name}`, pathItem(name, entry)])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The token of a workspace.' } },
      parameters: { IdempotencyKey },
      schemas: { Refusal: refusal, ...schemasOf(bodies, 'input'), ...schemasOf(answers, 'output') },
      responses: REFUSALS,
    },
  }
}

const pathItem = (name: string, { get, post }: ApiEntry) => ({
  ...(get && { get: asked(name, get) }),
  ...(post && { post: done(name, post) }),
})

const asked = (name: string, { does, query }: ApiQuestion) => ({
  operationId: idOf(name, 'get'),
  summary: does,
  parameters: parametersOf(query, paramsIn(name)),
  responses: {
    200: { description: 'The answer.', content: json(`${idOf(name, 'get')}.answer`) },
    ...refusedWith('get'),
  },
})

const done = (name: string, { does }: ApiCall) => ({
  operationId: idOf(name, 'post'),
  summary: does,
  parameters: [ref('parameters', 'IdempotencyKey'), ...paramsIn(name).map(pathParameter)],
  requestBody: { required: true, content: json(`${idOf(name, 'post')}.body`) },
  responses: {
    201: { description: 'Done.', content: json(`${idOf(name, 'post')}.answer`) },
    200: {
      description: 'Done before with this Idempotency-Key: the same answer.',
      content: json(`${idOf(name, 'post')}.answer`),
    },
    ...refusedWith('post'),
  },
})

const refusedWith = (method: 'get' | 'post') =>
  Object.fromEntries(statusesOf(method).map((status) => [status.slice(1), ref('responses', status)]))

/** The names of what stands in the address. */
const paramsIn = (name: string): string[] => [...name.matchAll(/\{(\w+)\}/g)].flatMap(([, param]) => param ?? [])

const pathParameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })

/** The names of operations and of what they take and give have no slashes. */
const idOf = (name: string, method: 'get' | 'post'): string =>
  `${method}.${name.replaceAll('/', '.').replaceAll(/[{}]/g, '')}`

const bodiesOf = ([name, { post }]: [string, ApiEntry]): [string, z.ZodType][] =>
  post ? [[`${idOf(name, 'post')}.body`, post.body]] : []

const answersOf = ([name, { get, post }]: [string, ApiEntry]): [string, z.ZodType][] => [
  ...(get ? [[`${idOf(name, 'get')}.answer`, get.answer] satisfies [string, z.ZodType]] : []),
  ...(post ? [[`${idOf(name, 'post')}.answer`, post.answer] satisfies [string, z.ZodType]] : []),
]

const json = (schema: string) => ({ 'application/json': { schema: ref('schemas', schema) } })

const IdempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A new one for each new request and the same one whenever that request is repeated. Kept for 14 days.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x20-\\x7e]+$' },
}
