import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isGenuine, readTicket, type Ticket, writeTicket } from '../../src/pages/ticket.ts'

const SECRET = 'a secret of the workspace'
const ticketOf = (over: Partial<Ticket> = {}): Ticket => ({
  workspaceId: '0198f0c2-7a10-7cc3-8000-0123456789ab',
  page: 'complaint.csat',
  subject: '0198f0c2-7a10-7cc3-9fff-abcdef012345',
  until: Temporal.Instant.from('2026-03-16T08:00:00Z'),
  ...over,
})
const isOpenedBy = (token: string, secret = SECRET) => {
  const claim = readTicket(token)
  return claim !== null && isGenuine(claim, secret)
}

describe('the ticket of a link', () => {
  it('brings back what it was written for', () => {
    const anyTicket = fc.record({
      workspaceId: fc.uuid(),
      page: fc.stringMatching(/^[a-z]{1,12}\.[a-z]{1,12}$/),
      subject: fc.string({ unit: 'binary', maxLength: 60 }),
      until: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((s) => Temporal.Instant.fromEpochMilliseconds(s * 1_000)),
    })

    fc.assert(
      fc.property(anyTicket, (ticket) => {
        const token = writeTicket(ticket, SECRET)

        expect(readTicket(token)?.ticket).toMatchObject({ ...ticket, until: expect.anything() })
        expect(readTicket(token)?.ticket.until.equals(ticket.until)).toBe(true)
        expect(isOpenedBy(token)).toBe(true)
      }),
    )
  })

  it('is short and made of what may stand in an address', () => {
    expect(writeTicket(ticketOf(), SECRET)).toMatch(/^[\w-]{80,120}$/)
  })

  it('is worth nothing when one character is another one', () => {
    const token = writeTicket(ticketOf(), SECRET)

    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCabc019-_'), (at, letter) => {
        fc.pre(token[at] !== letter)

        expect(isOpenedBy(token.slice(0, at) + letter + token.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('is worth nothing when it was cut off, made longer or signed with another secret', () => {
    const token = writeTicket(ticketOf(), SECRET)

    for (const other of ['', 'x', token.slice(0, -1), token.slice(0, 40), `${token}A`, `${token}=`, `${token}.`])
      expect(isOpenedBy(other)).toBe(false)
    expect(isOpenedBy(token, 'a secret of another workspace')).toBe(false)
  })

  it('differs by page, subject, workspace and expiry', () => {
    const tickets = [
      ticketOf(),
      ticketOf({ page: 'complaint.other' }),
      ticketOf({ subject: 'x' }),
      ticketOf({ workspaceId: '0198f0c2-7a10-7cc3-8000-0123456789ac' }),
      ticketOf({ until: Temporal.Instant.from('2026-03-16T08:00:01Z') }),
    ]

    expect(new Set(tickets.map((ticket) => writeTicket(ticket, SECRET).slice(0, 20))).size).toBe(5)
  })
})
