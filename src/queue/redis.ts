import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Backend } from './bullmq.ts'

const PREFIX = 'drumbeat'
const PATIENCE_MS = 2_000

/** BullMQ on Redis 6.2 or newer. Handing work over fails fast when Redis is away; workers wait for it to come back. */
export function redisBackend(url: string): Backend {
  const producer = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: PATIENCE_MS, commandTimeout: PATIENCE_MS })
  const consumer = new Redis(url, { maxRetriesPerRequest: null })
  // BullMQ's own objects report the errors of connections that they share.
  for (const connection of [producer, consumer]) connection.on('error', () => {})
  return {
    queue: (name) => new Queue(name, { connection: producer, prefix: PREFIX, skipWaitingForReady: true }),
    worker: (name, concurrency, process) =>
      new Worker(name, process, { connection: consumer, prefix: PREFIX, concurrency, drainDelay: 5 }),
    async trouble() {
      try {
        await producer.ping()
        return null
      } catch (error) {
        return `Redis does not answer: ${error instanceof Error ? error.message : String(error)}`
      }
    },
    async close() {
      producer.disconnect()
      consumer.disconnect()
    },
  }
}
