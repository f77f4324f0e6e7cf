import { createHash } from 'node:crypto'
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Json } from './element-limits.ts'

export type LinkServer = {
  /** How many Socket Mode connections have been opened. */
  opened(): number
  /** Sends an envelope over the newest connection. */
  send(envelope: Json): void
  /** What the product has acknowledged, by envelope. */
  acknowledged: Map<string, Json>
  /** Breaks every connection as a network would. */
  cut(): void
  close(): void
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT = 0x1
const CLOSE = 0x8
const PING = 0x9
const PONG = 0xa

/** The other end of Socket Mode: as much of WebSocket as it needs. */
export function serveLink(server: Server): LinkServer {
  const links: Duplex[] = []
  const acknowledged = new Map<string, Json>()
  let count = 0
  server.on('upgrade', (request, link: Duplex) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64')
    link.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    link.on('error', () => link.destroy())
    link.on('data', (data: Buffer) => {
      for (const { kind, text } of framesIn(data)) answer(link, { kind, text }, acknowledged)
    })
    links.push(link)
    count++
    link.write(frame(TEXT, JSON.stringify({ type: 'hello', num_connections: 1 })))
  })
  const cut = () => {
    for (const link of links.splice(0)) link.destroy()
  }
  return {
    opened: () => count,
    send: (envelope) => void links.at(-1)?.write(frame(TEXT, JSON.stringify(envelope))),
    acknowledged,
    cut,
    close: cut,
  }
}

type Frame = { kind: number; text: string }

function answer(link: Duplex, { kind, text }: Frame, acknowledged: Map<string, Json>): void {
  if (kind === PING) link.write(frame(PONG, text))
  if (kind === CLOSE) link.end(frame(CLOSE, ''))
  if (kind !== TEXT) return
  const { envelope_id, payload } = JSON.parse(text) as { envelope_id: string; payload: Json }
  acknowledged.set(envelope_id, payload)
}

function frame(kind: number, text: string): Buffer {
  const body = Buffer.from(text)
  if (body.length < 126) return Buffer.concat([Buffer.from([0x80 | kind, body.length]), body])
  const head = Buffer.from([0x80 | kind, 126, 0, 0])
  head.writeUInt16BE(body.length, 2)
  return Buffer.concat([head, body])
}

/** Clients mask what they send; whole frames below 64 KB are all there is here. */
function framesIn(data: Buffer): Frame[] {
  const frames: Frame[] = []
  for (let at = 0; at + 2 <= data.length; ) {
    const short = (data[at + 1] ?? 0) & 0x7f
    const isLong = short === 126
    const length = isLong ? data.readUInt16BE(at + 2) : short
    const maskAt = at + (isLong ? 4 : 2)
    const mask = data.subarray(maskAt, maskAt + 4)
    const masked = data.subarray(maskAt + 4, maskAt + 4 + length)
    frames.push({
      kind: (data[at] ?? 0) & 0x0f,
      text: Buffer.from(masked.map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString(),
    })
    at = maskAt + 4 + length
  }
  return frames
}
