import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Redis } from 'ioredis'
import { freePort } from './free-port.ts'
import { findRedisServer } from './programs.js'
import { testFolder } from './test-folder.ts'

export type TestRedis = {
  url: string
  flush(): Promise<void>
  /** Kills the server; what it held is gone. */
  kill(): Promise<void>
  /** Starts it again on the same port. */
  startAgain(): Promise<void>
  close(): Promise<void>
}

/** Whether this machine has a redis-server; `npm test` says so aloud when it has none. */
export const hasRedis = (): boolean => findRedisServer() !== null

/** A Redis of the test's own, on a free port of this machine, that keeps nothing. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await testFolder('redis')
  const { server: first, port } = await startOnFreePort(folder)
  const url = `redis://127.0.0.1:${port}`
  let server = first
  const kill = async () => {
    const ended = once(server, 'exit')
    if (server.kill('SIGKILL')) await ended
  }
  return {
    url,
    kill,
    async startAgain() {
      const again = spawnRedis(folder, port)
      if (!(await isReady(again))) throw new Error(`redis-server did not start on port ${port} again`)
      server = again
    },
    async flush() {
      const client = new Redis(url)
      await client.flushall()
      client.disconnect()
    },
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody may take a free port before Redis does; then it ends at once and the next port is tried. */
async function startOnFreePort(folder: string): Promise<{ server: ChildProcess; port: number }> {
  for (let tries = 1; tries <= 5; tries++) {
    const port = await freePort()
    const server = spawnRedis(folder, port)
    if (await isReady(server)) return { server, port }
  }
  throw new Error('redis-server did not start on any of five free ports')
}

function spawnRedis(folder: string, port: number) {
  const path = findRedisServer()
  if (!path) throw new Error('There is no redis-server on this machine: ask hasRedis() first')
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  return spawn(path, settings, { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function isReady(server: ReturnType<typeof spawnRedis>): Promise<boolean> {
  for await (const line of createInterface(server.stdout)) {
    if (!line.includes('Ready to accept connections')) continue
    server.stdout.resume()
    return true
  }
  return false
}
