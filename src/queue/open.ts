import type { Logger } from 'pino'
import { bullQueue } from './bullmq.ts'
import { postgresBackend } from './postgres.ts'
import type { WorkQueue } from './queue.ts'
import { redisBackend } from './redis.ts'

/** On Redis where there is one, otherwise on the database. */
export function openQueue(urls: { redis?: string | undefined; database: string }, log: Logger): WorkQueue {
  return bullQueue(urls.redis ? redisBackend(urls.redis) : postgresBackend(urls.database), log)
}
