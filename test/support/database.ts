import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import type { Database } from '../../src/database/types.ts'
import { named, TEMPLATE } from './global-setup.ts'

export type TestDatabase = { db: Database; url: string; close(): Promise<void> }

/** A fresh, migrated database of its own on the test run's PostgreSQL, or a copy of another one. */
export async function testDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
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

/** The database of this name, to be copied: made once in a test run, whoever needs it first. */
export async function keptDatabase(name: string, make: () => Promise<TestDatabase>): Promise<string> {
  const isThere = async () => (await administer(`SELECT 1 FROM pg_database WHERE datname = '${name}'`)) > 0
  if (await isThere()) return name
  const { db, url, close } = await make()
  await db.$disconnect()
  try {
    await administer(`ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${name}`)
  } catch (error) {
    // Somebody else was faster.
    if (!(await isThere())) throw error
    await close()
  }
  return name
}

/** How many rows it gave. */
async function administer(statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(1)')
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}
