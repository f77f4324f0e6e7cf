import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const MAIN = new URL('../../dist/main.js', import.meta.url).pathname
const READY = /Drumbeat is ready at http:\/\/[^:]+:(\d+)/

export type Product = {
  url: string
  output(): string
  /** Sends the signal and waits for the end; the exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** The real process on a data folder of its own and a free port. */
export async function startProduct(env: Readonly<Record<string, string>>): Promise<Product> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  const port = await readyPort(child, () => output)
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const ended = once(child, 'exit')
      child.kill(signal)
      const [code] = await ended
      return code
    },
  }
}

async function readyPort(child: ChildProcess, output: () => string): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 25) {
    const port = READY.exec(output())?.[1]
    if (port) return port
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${output()}`)
    await sleep(25)
  }
  child.kill('SIGKILL')
  throw new Error(`It was not ready within 30 s: ${output()}`)
}

/** Ends the embedded PostgreSQL that a killed process left behind, at the end of a test. */
export async function endLeftServer(dataDir: string): Promise<void> {
  const pidFile = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(pidFile.split('\n')[0])
  if (!pid) return
  if (await isAlive(pid)) process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 10_000 && (await isAlive(pid)); waited += 50) await sleep(50)
}

/** A process that has ended but that nobody has waited for is no longer alive. */
export async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (status !== null) return !/^\d+ \(.*\) Z/.test(status)
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux'
  } catch {
    return false
  }
}

/** The address of the embedded PostgreSQL that runs on a data folder. */
export async function embeddedUrl(dataDir: string): Promise<string> {
  const port = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]
  const password = (await readFile(join(dataDir, 'postgres-password'), 'utf8')).trim()
  return `postgresql://drumbeat:${password}@127.0.0.1:${port}/postgres`
}
