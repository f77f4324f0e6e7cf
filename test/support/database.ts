import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../../src/database/types.ts'
import { named, TEMPLATE } from './global-setup.ts'
import { lendClient } from './lent-client.ts'

export type TestDatabase = {
  db: Database
  url: string
  /** Takes the hands off it without dropping it. */
  leave(): Promise<void>
  close(): Promise<void>
}

/** A fresh, migrated database of its own on the test run's PostgreSQL, or a copy of another one. */
export async function testDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  const url = named(inject('postgresUrl'), name)
  const { db, giveBack } = lendClient(url)
  return {
    db,
    url,
    leave: giveBack,
    async close() {
      await giveBack()
      await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/** The database of this name, to be copied: made once in a test run, whoever needs it first. */
export async function keptDatabase(name: string, make: () => Promise<TestDatabase>): Promise<string> {
  const isThere = async () => (await administer(`SELECT 1 FROM pg_database WHERE datname = '${name}'`)) > 0
  if (await isThere()) return name
  const { url, leave, close } = await make()
  await leave()
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
  const client = await administrator()
  try {
    await client.query('SELECT pg_advisory_lock(1)')
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.query('SELECT pg_advisory_unlock(1)')
  }
}

let connected: Promise<pg.Client> | null = null

/** One connection for all tests of a worker. */
function administrator(): Promise<pg.Client> {
  connected ??= connect()
  return connected
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  client.on('error', () => {
    connected = null
  })
  await client.connect()
  return client
}
