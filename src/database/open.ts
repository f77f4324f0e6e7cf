import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/client.ts'
import type { Database } from './types.ts'

/** A server that is behind a broken line must not be waited for without end. */
const LINE = { keepAlive: true, connectionTimeoutMillis: 10_000 }

/** A client with a pool of its own. */
export function openDatabase(url: string, connections = 20): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections, ...LINE }) })
}
