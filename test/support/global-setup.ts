import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { testFolder } from './test-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

export const TEMPLATE = 'drumbeat_template'

/** One real PostgreSQL for the whole test run, with a migrated database to copy from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Each test has a database of seven hundred files of its own.
  const folder = await testFolder('test')
  const server = await startEmbedded(folder)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('ALTER SYSTEM SET fsync = off')
  await client.query('ALTER SYSTEM SET synchronous_commit = off')
  await client.query('SELECT pg_reload_conf()')
  // Each of thousands of connections would stretch the password four thousand times, on both sides.
  await client.query('SET scram_iterations = 1')
  await client.query(`ALTER ROLE CURRENT_USER PASSWORD '${new URL(server.url).password}'`)
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()
  await migrate(named(server.url, TEMPLATE))
  project.provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export const named = (url: string, database: string): string => url.replace(/\/[^/]*$/, `/${database}`)
