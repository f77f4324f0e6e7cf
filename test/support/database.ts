import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import type { Database } from '../../src/database/types.ts'
import { named, TEMPLATE } from './global-setup.ts'

export type TestDatabase = { db: Database; url: string; close(): Promise<void> }

/** A fresh, migrated database of its own on the test run's PostgreSQL. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await administer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  const url = named(inject('postgresUrl'), name)
  const db = openDatabase(url)
  return {
    db,
    url,
    async close() {
      await db.$disconnect()
      await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query('SELECT pg_advisory_lock(1)')
  await client.query(statement)
  await client.end()
}
