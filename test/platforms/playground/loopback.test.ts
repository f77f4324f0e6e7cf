import type { Request, Response } from 'express'
import { describe, expect, it, vi } from 'vitest'
import { fromHere } from '../../../src/platforms/playground/loopback.ts'
import { Refusal } from '../../../src/platforms/playground/refusal.ts'

const from = (remoteAddress: string | undefined): Request =>
  ({ socket: { remoteAddress }, headers: { host: 'localhost:3000' }, method: 'GET' }) as Request
const response = {} as Response

describe('fromHere', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('lets in %s', (address) => {
    const next = vi.fn()

    fromHere(from(address), response, next)

    expect(next).toHaveBeenCalledOnce()
  })

  it.each(['192.168.1.20', '10.0.0.1', '::ffff:192.168.1.20', 'fe80::1', '1.127.0.0.1', undefined])(
    'refuses %s, whatever name it asks for',
    (address) => {
      const next = vi.fn()

      expect(() => fromHere(from(address), response, next)).toThrow(Refusal)
      expect(next).not.toHaveBeenCalled()
    },
  )
})
