import { Prisma } from '../generated/client.ts'
import type { Database, Db } from './types.ts'

const TRIES = 4
/** Prisma's name for a deadlock or write conflict, and PostgreSQL's for a deadlock and a failed serialization. */
const CONFLICTS = ['P2034', '40P01', '40001']

/** One transaction; when it loses against another one it is done again from its beginning. */
export async function inTransaction<Result>(database: Database, work: (db: Db) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.$transaction(work, { maxWait: 10_000, timeout: 30_000 })
    } catch (error) {
      if (tries === TRIES || !isConflict(error)) throw error
    }
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return CONFLICTS.includes(error.code) || CONFLICTS.some((code) => JSON.stringify(error.meta ?? {}).includes(code))
}
