import { createHmac, timingSafeEqual } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'

/** What a link lets its holder do: see this page about this subject until then. */
export type Ticket = { workspaceId: string; page: string; subject: string; until: Temporal.Instant }
/** What a link says of itself, before anybody has checked who signed it. */
export type Claim = { ticket: Ticket; signed: Buffer; signature: Buffer }

const SIGNATURE_BYTES = 16
const EXPIRY_BYTES = 4
const WORKSPACE_BYTES = 16
const HEAD_BYTES = SIGNATURE_BYTES + EXPIRY_BYTES + WORKSPACE_BYTES

/** Signature, expiry in seconds, workspace, then page and subject with a NUL between: short enough for a text message. */
export function writeTicket(ticket: Ticket, secret: string): string {
  const signed = bytesOf(ticket)
  return Buffer.concat([signatureOf(signed, secret), signed]).toString('base64url')
}

/** Null when it is no ticket at all. */
export function readTicket(token: string): Claim | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length <= HEAD_BYTES || bytes.toString('base64url') !== token) return null
  const signed = bytes.subarray(SIGNATURE_BYTES)
  const [page = '', ...subject] = bytes.subarray(HEAD_BYTES).toString('utf8').split('\0')
  if (subject.length === 0) return null
  const until = Temporal.Instant.fromEpochMilliseconds(signed.readUInt32BE(0) * 1_000)
  const workspaceId = uuidOf(bytes.subarray(SIGNATURE_BYTES + EXPIRY_BYTES, HEAD_BYTES))
  return {
    ticket: { workspaceId, page, subject: subject.join('\0'), until },
    signed,
    signature: bytes.subarray(0, SIGNATURE_BYTES),
  }
}

export const isGenuine = ({ signed, signature }: Claim, secret: string): boolean =>
  timingSafeEqual(signatureOf(signed, secret), signature)

function bytesOf({ workspaceId, page, subject, until }: Ticket): Buffer {
  const expiry = Buffer.alloc(EXPIRY_BYTES)
  expiry.writeUInt32BE(Math.ceil(until.epochMilliseconds / 1_000))
  const workspace = Buffer.from(workspaceId.replaceAll('-', ''), 'hex')
  if (workspace.length !== WORKSPACE_BYTES) throw new Error('The id of the workspace is no UUID')
  return Buffer.concat([expiry, workspace, Buffer.from(`${page}\0${subject}`)])
}

const signatureOf = (signed: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update(signed).digest().subarray(0, SIGNATURE_BYTES)

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
