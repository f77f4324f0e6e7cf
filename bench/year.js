import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const SIZE = { kpis: 200, days: 365 }
const TEST = 'test/flows/kpi/year.test.ts'
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** A whole year of daily values through the API on the moved clock, compared with a reckoning of its own; fails where they differ. */
export async function measure() {
  const started = performance.now()
  const env = { ...process.env, CI: 'true', YEAR: JSON.stringify(SIZE) }
  const run = spawn(process.execPath, [vitest, 'run', TEST], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  process.once('exit', () => run.kill())
  const [code] = await once(run, 'exit')
  if (code !== 0) throw new Error('The alerts of that year are not what the rules say')
  const minutes = (performance.now() - started) / 60_000
  const what = `a year: ${SIZE.kpis} KPIs, ${3 * SIZE.kpis} rules, ${SIZE.days} days`
  return [{ what, drumbeat: `${minutes.toFixed(1)} min` }]
}
