import type { IncomingMessage } from 'node:http'

export type Refusal = { status: number; code: string; retryAfter?: number }
/** Instead of a status: nothing is ever answered. */
export const SILENCE = 0

type Answer = (status: number, body: object, headers?: Record<string, string>) => unknown

/** What a connector says instead of doing what it is asked. */
export function refuse({ status, code, retryAfter }: Refusal, answer: Answer): unknown {
  if (status === SILENCE) return undefined
  return answer(status, { error: { code } }, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
}

export async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
