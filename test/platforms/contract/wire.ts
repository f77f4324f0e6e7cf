import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Listening = { url: string; close(): Promise<void> }

export async function listening(handler: RequestListener): Promise<Listening> {
  const server = createServer(handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) }
}

/** What stands between a chat product and the adapter, hands everything on and can say the latest thing again. */
export type Wire = Listening & { status(): number; again(): Promise<number> }

export async function wireTo(adapter: string): Promise<Wire> {
  let latest = { path: '', init: {} as RequestInit, status: 0 }
  const pass = (path: string, init: RequestInit) => fetch(adapter + path, init)
  const wire = await listening(async (request, response) => {
    const path = request.url ?? '/'
    const body = await bodyOf(request)
    const init = { method: request.method ?? 'GET', headers: headersOf(request), ...(body.length > 0 && { body }) }
    const answer = await pass(path, init)
    if (init.method === 'POST') latest = { path, init, status: answer.status }
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  return {
    ...wire,
    status: () => latest.status,
    again: async () => (await pass(latest.path, latest.init)).status,
  }
}

const OF_THIS_HOP = ['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding', 'keep-alive']

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !OF_THIS_HOP.includes(name) ? [[name, value]] : [],
    ),
  )

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
