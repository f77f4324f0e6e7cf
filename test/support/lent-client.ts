import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Database } from '../../src/database/types.ts'
import { PrismaClient } from '../../src/generated/client.ts'

/** A client that is lent to one test after the other: making one takes longer than making a database. */
export type LentClient = { db: Database; giveBack(): Promise<void> }

type Shelved = { db: Database; line: Line }
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
  const line = new Line()
  return { line, db: new PrismaClient({ adapter: new PrismaPg(line) }) }
}

/** The pool that the client knows; behind it stands that of whichever database is its own for now. */
class Line extends pg.Pool {
  behind: pg.Pool | null = null

  // biome-ignore lint/suspicious/noExplicitAny: what pg declares in seven ways is passed on as it is
  override connect(...args: any[]): any {
    return (this.own().connect as (...all: unknown[]) => unknown).apply(this.behind, args)
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  override query(...args: any[]): any {
    return (this.own().query as (...all: unknown[]) => unknown).apply(this.behind, args)
  }

  private own(): pg.Pool {
    if (!this.behind) throw new Error('The test that had this database is over')
    return this.behind
  }
}
