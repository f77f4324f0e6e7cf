import { isLost } from './conflicts.ts'
import type { Database, Db } from './types.ts'

const TRIES = 4
const WITHIN_SECONDS = 30

/** One transaction; when it loses against another one it is done again from its beginning. */
export async function inTransaction<Result>(
  database: Database,
  work: (db: Db) => Promise<Result>,
  withinSeconds = WITHIN_SECONDS,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.$transaction(work, { maxWait: 10_000, timeout: withinSeconds * 1_000 })
    } catch (error) {
      if (tries === TRIES || !isLost(error)) throw error
    }
  }
}
