import { ref } from './openapi-schemas.ts'

export const refusal = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'string', description: 'What is wrong, in a sentence.' },
    problems: {
      type: 'array',
      description: 'What is wrong where in the body or the query.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    present: { type: 'object', description: 'How it is now, where it has changed meanwhile.' },
  },
}

const header = (name: string, description: string) => ({ [name]: { description, schema: { type: 'string' } } })
const refused = (description: string, headers: object = {}) => ({
  ...{ description, headers },
  content: { 'application/json': { schema: ref('schemas', 'Refusal') } },
})

// A component's name may not begin with a digit in some generators, so each status has a letter before it.
export const REFUSALS = {
  S400: refused('The Idempotency-Key is missing or the body is not JSON.'),
  S401: refused('The token is missing, unknown or revoked.', header('WWW-Authenticate', 'Bearer')),
  S404: refused('What is asked about is not there.'),
  S405: refused('This method is not answered here.', header('Allow', 'What is answered here.')),
  S409: refused('This Idempotency-Key was used with another address or body, or something has changed meanwhile.'),
  S413: refused('The body is larger than 256 KB.'),
  S422: refused('The body or the query does not fit, or what it asks for cannot be done.'),
  S429: refused('Too many requests in a minute.', header('Retry-After', 'In how many seconds to come again.')),
  S500: refused('Something went wrong on our side: send it again, with the same Idempotency-Key if it had one.'),
}
type Status = keyof typeof REFUSALS

const OF_GET: readonly Status[] = ['S401', 'S404', 'S405', 'S422', 'S429', 'S500']
const OF_POST: readonly Status[] = ['S400', 'S401', 'S405', 'S409', 'S413', 'S422', 'S429', 'S500']

export const statusesOf = (method: 'get' | 'post'): readonly Status[] => (method === 'get' ? OF_GET : OF_POST)
