import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Database } from '../../src/database/types.ts'
import { PrismaClient } from '../../src/generated/client.ts'

/** A client that is lent to one test after the other: making one takes longer than making a database. */
export type LentClient = { db: Database; giveBack(): Promise<void> }

type Shelved = { db: Database; line: Line }
/** What stands behind a client's pool for now. */
type Line = { behind: pg.Pool | null }
const shelf: Shelved[] = []

export function lendClient(url: string): LentClient {
  const { db, line } = shelf.pop() ?? made()
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  // A database that is dropped cuts its connections.
  pool.on('error', () => {})
  line.behind = pool
  return {
    db,
    giveBack: async () => {
      if (pool.ending) return
      line.behind = null
      await pool.end()
      shelf.push({ db, line })
    },
  }
}

function made(): Shelved {
  const line: Line = { behind: null }
  return { line, db: new PrismaClient({ adapter: new PrismaPg(poolOn(line)) }) }
}

/** A pool that has no connections of its own: what is asked of it goes to the one behind the line. */
function poolOn(line: Line): pg.Pool {
  return new Proxy(new pg.Pool(), {
    get: (idle, name) => {
      const isAsked = name === 'connect' || name === 'query'
      if (isAsked && !line.behind) throw new Error('The test that had this database is over')
      const pool = (isAsked && line.behind) || idle
      const found: unknown = Reflect.get(pool, name)
      return typeof found === 'function' ? found.bind(pool) : found
    },
  })
}
