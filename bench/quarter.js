import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const SIZE = { people: 200, keyResults: 600, weeks: 13 }
const TEST = 'test/flows/okr/rhythm/quarter.test.ts'
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** A whole quarter of OKRs on the moved clock, compared with what the rules say; fails where they differ. */
export async function measure() {
  const started = performance.now()
  const env = { ...process.env, CI: 'true', QUARTER: JSON.stringify(SIZE) }
  const run = spawn(process.execPath, [vitest, 'run', TEST], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  process.once('exit', () => run.kill())
  const [code] = await once(run, 'exit')
  if (code !== 0) throw new Error('What people were told in that quarter is not what the rules say')
  const minutes = (performance.now() - started) / 60_000
  const { people, keyResults, weeks } = SIZE
  const what = `a quarter: ${people} people, ${keyResults} key results, ${weeks} weeks`
  return [{ what, drumbeat: `${minutes.toFixed(1)} min` }]
}
