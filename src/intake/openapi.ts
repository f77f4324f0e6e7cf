import { z } from 'zod'
import type { Flow } from '../flow.ts'
import { type ApiCall, callsOf } from './call.ts'

type Schemas = Record<string, object>

/** The OpenAPI 3.1 document of what the flows let programs ask for; the address is added by whoever shows it. */
export function openApiOf(flows: readonly Flow[]) {
  const calls = callsOf(flows)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Drumbeat',
      version: '1',
      description:
        'File things from programs. Every request is done once for its Idempotency-Key, however often it comes.',
    },
    security: [{ token: [] }],
    paths: Object.fromEntries(calls.map(([name, call]) => [`/${name}`, { post: operation(name, call) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The token of a workspace.' } },
      parameters: { IdempotencyKey },
      schemas: { Refusal: refusal, ...schemasOf(calls, 'body'), ...schemasOf(calls, 'answer') },
      responses: REFUSALS,
    },
  }
}

function operation(name: string, { does }: ApiCall) {
  const content = json(`${name}.answer`)
  return {
    operationId: name,
    summary: does,
    parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }],
    requestBody: { required: true, content: json(`${name}.body`) },
    responses: {
      201: { description: 'Done.', content },
      200: { description: 'Done before with this Idempotency-Key: the same answer.', content },
      ...Object.fromEntries(Object.keys(REFUSALS).map((status) => [status.slice(1), ref('responses', status)])),
    },
  }
}

const ref = (kind: 'schemas' | 'responses', name: string) => ({ $ref: `#/components/${kind}/${name}` })
const json = (schema: string) => ({ 'application/json': { schema: ref('schemas', schema) } })

const IdempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A new one for each new request and the same one whenever that request is repeated. Kept for 14 days.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x20-\\x7e]+$' },
}

const refusal = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'string', description: 'What is wrong, in a sentence.' },
    problems: {
      type: 'array',
      description: 'What is wrong where in the body.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

const header = (name: string, description: string) => ({ [name]: { description, schema: { type: 'string' } } })
const refused = (description: string, headers: object = {}) => ({ description, headers, content: json('Refusal') })

// A component's name may not begin with a digit in some generators, so each status has a letter before it.
const REFUSALS = {
  S400: refused('The Idempotency-Key is missing or the body is not JSON.'),
  S401: refused('The token is missing, unknown or revoked.', header('WWW-Authenticate', 'Bearer')),
  S405: refused('Only POST is answered here.', header('Allow', 'What is answered here.')),
  S409: refused('This Idempotency-Key was used with another address or body.'),
  S413: refused('The body is larger than 64 KB.'),
  S422: refused('The body does not fit, or what it asks for cannot be done.'),
  S429: refused('Too many requests in a minute.', header('Retry-After', 'In how many seconds to come again.')),
  S500: refused('Something went wrong on our side: send it again with the same Idempotency-Key.'),
}

/** As a caller writes a body and as we write an answer: what has a default may be left out of the one only. */
function schemasOf(calls: readonly [string, ApiCall][], part: 'body' | 'answer'): Schemas {
  const registry = z.registry<{ id: string }>()
  for (const [name, call] of calls) registry.add(call[part], { ...call[part].meta(), id: `${name}.${part}` })
  const { schemas } = z.toJSONSchema(registry, {
    io: part === 'body' ? 'input' : 'output',
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]))
}
