import type { Db } from '../database/types.ts'
import { secretFor, secretOf } from './secret.ts'
import { isGenuine, readTicket, type Ticket, writeTicket } from './ticket.ts'

/** The ticket as it stands in an address, signed by its workspace. */
export const signed = async (db: Db, ticket: Ticket): Promise<string> =>
  writeTicket(ticket, await secretFor(db, ticket.workspaceId))

/** What its workspace signed, its time perhaps over; null for one that was forged or cut off. */
export async function readSigned(db: Db, token: string): Promise<Ticket | null> {
  const claim = readTicket(token)
  const secret = claim && (await secretOf(db, claim.ticket.workspaceId))
  return claim && secret && isGenuine(claim, secret) ? claim.ticket : null
}
