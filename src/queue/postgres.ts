import { createPostgresBackend, Queue, Worker } from 'bullmq'
import pg from 'pg'
import type { Backend } from './bullmq.ts'

const SCHEMA = 'bullmq'
const CONNECTIONS = 4

/** BullMQ on the same PostgreSQL as everything else, in a schema of its own that it makes and migrates itself. */
export function postgresBackend(url: string): Backend {
  const connection = { connectionString: url, schema: SCHEMA, migrate: true, max: CONNECTIONS }
  const probe = new pg.Pool({ connectionString: url, max: 1 })
  probe.on('error', () => {})
  return {
    queue: (name) => new Queue(name, { connection }, createPostgresBackend),
    worker: (name, concurrency, process) =>
      new Worker(name, process, { connection, concurrency }, createPostgresBackend),
    async trouble() {
      try {
        await probe.query('SELECT 1')
        return null
      } catch (error) {
        return `The queue's PostgreSQL does not answer: ${error instanceof Error ? error.message : String(error)}`
      }
    },
    close: () => probe.end(),
  }
}
