import { ipKeyGenerator, type RateLimitRequestHandler, rateLimit } from 'express-rate-limit'
import { callerIn } from './caller.ts'
import { Refusal } from './refusal.ts'

const A_MINUTE_MS = 60_000

/** So many requests a minute with one token; each process counts for itself. */
export const perToken = (limit: number): RateLimitRequestHandler =>
  rateLimit({
    ...settings(limit),
    keyGenerator: (_request, response) => callerIn(response).tokenId,
  })

/** So many requests a minute from one address; each process counts for itself. */
export const perAddress = (limit: number): RateLimitRequestHandler =>
  rateLimit({ ...settings(limit), keyGenerator: ({ ip = '' }) => ipKeyGenerator(ip) })

const settings = (limit: number) => ({
  windowMs: A_MINUTE_MS,
  limit,
  standardHeaders: 'draft-8' as const,
  legacyHeaders: false,
  handler: (_request: unknown, _response: unknown, next: (error: Refusal) => void) =>
    next(new Refusal(429, 'Too many requests in a minute. Wait as long as Retry-After says.')),
})
