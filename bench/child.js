import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const READY_WITHIN_MS = 30_000
const STOP_WITHIN_MS = 15_000

/** Starts a program and waits for the line that matches; whatever happens to the bench, the program does not outlive it. */
export async function startChild(command, args, { ready, env = {} }) {
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  const found = await lineMatching(child, ready)
  return {
    pid: child.pid,
    found,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      const impatience = setTimeout(kill, STOP_WITHIN_MS)
      await ended
      clearTimeout(impatience)
    },
  }
}

export const startNode = (url, args, options) => startChild(process.execPath, [fileURLToPath(url), ...args], options)

async function lineMatching(child, pattern) {
  const impatience = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MS)
  const seen = []
  try {
    for await (const line of createInterface(child.stdout)) {
      seen.push(line)
      const found = pattern.exec(line)
      if (!found) continue
      child.stdout.resume()
      return found
    }
  } finally {
    clearTimeout(impatience)
  }
  throw new Error(`${child.spawnargs.join(' ')} was not ready:\n${seen.join('\n')}`)
}
