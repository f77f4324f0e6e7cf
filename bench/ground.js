import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../dist/database/embedded.js'
import { migrate } from '../dist/database/migrate.js'
import { findRedisServer } from '../test/support/programs.js'
import { startChild } from './child.js'

/** What all measurements stand on: a PostgreSQL with its ordinary durability, and a Redis where there is one. */
export async function prepareGround() {
  const folder = await mkdtemp(join(tmpdir(), 'drumbeat-bench-'))
  const cleanUp = [() => rm(folder, { recursive: true, force: true })]
  const clear = async () => {
    for (const step of cleanUp.toReversed()) await step()
  }
  try {
    const postgres = await startEmbedded(folder)
    cleanUp.push(() => postgres.stop())
    const redis = await startRedis(folder)
    if (redis) cleanUp.push(() => redis.stop())
    return { redisUrl: redis?.url ?? null, database: (name) => freshDatabase(postgres.url, name), clear }
  } catch (error) {
    await clear()
    throw error
  }
}

/** A migrated database of its own for a measurement; what nobody reads again is dropped, so that it costs the next one nothing. */
async function freshDatabase(serverUrl, name) {
  const url = serverUrl.replace(/[^/]*$/, name)
  await statement(serverUrl, `CREATE DATABASE ${name}`)
  await migrate(url)
  return { url, drop: () => statement(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}

/** One statement on a connection of its own. */
export async function statement(url, sql, values = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function startRedis(folder) {
  const program = findRedisServer()
  if (!program) return null
  const port = await freePort()
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  const { stop } = await startChild(program, settings, { ready: /Ready to accept connections/ })
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop('SIGKILL') }
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })
}
