import { createHash } from 'node:crypto'

/** Of the address and the body; the order of keys and the space between them do not count. */
export const hashOfRequest = (name: string, body: unknown): string =>
  createHash('sha256')
    .update(`${name}\n${JSON.stringify(body, inOrder)}`)
    .digest('base64url')

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
