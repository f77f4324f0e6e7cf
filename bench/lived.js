import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** Runs a test of something long at its whole size, and says how many minutes it took; fails where the test does. */
export async function liveThrough(test, { size, what, wrong }) {
  const started = performance.now()
  const env = { ...process.env, CI: 'true', ...size }
  const run = spawn(process.execPath, [vitest, 'run', test], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  process.once('exit', () => run.kill())
  const [code] = await once(run, 'exit')
  if (code !== 0) throw new Error(wrong)
  const minutes = (performance.now() - started) / 60_000
  return [{ what, drumbeat: `${minutes.toFixed(1)} min` }]
}
