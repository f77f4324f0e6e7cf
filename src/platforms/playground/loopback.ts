import type { NextFunction, Request, Response } from 'express'
import { Refusal } from './refusal.ts'

const LOOPBACK_HOST = /^(localhost|([a-z0-9-]+\.)+localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i
const LOOPBACK_ADDRESS = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i

/** Lets only this machine in: who moves the clock or speaks for somebody else must sit in front of it. */
export function fromHere(req: Request, _res: Response, next: NextFunction): void {
  if (!LOOPBACK_ADDRESS.test(req.socket.remoteAddress ?? '')) {
    throw new Refusal(403, 'The playground answers only on the machine on which it runs.')
  }
  // A foreign name that resolves to this machine would let a foreign page in.
  const host = req.headers.host ?? ''
  if (!LOOPBACK_HOST.test(host)) throw new Refusal(403, 'The playground answers only as localhost.')
  if (changes(req) && !isOwnPage(req.headers.origin, host)) {
    throw new Refusal(403, 'The playground takes nothing from pages of another origin.')
  }
  next()
}

const changes = (req: Request): boolean => req.method !== 'GET' && req.method !== 'HEAD'

const isOwnPage = (origin: string | undefined, host: string): boolean =>
  origin === undefined || origin === `http://${host}` || origin === `https://${host}`
