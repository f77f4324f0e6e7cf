// `npm test`: sees to it that Redis and Chromium are there, builds, runs Vitest and closes with its totals.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, findRedisServer } from './support/programs.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const needed = [
  { program: 'redis-server', isThere: findRedisServer, proves: 'the tests of the queue on Redis' },
  { program: 'chromium', isThere: findChromium, proves: 'the tests in a browser' },
]
const mustHaveAll = ['true', '1'].includes(process.env.CI ?? '')

installMissing()
sayWhatIsLeftOut()
await run([join(root, 'src/launch.js'), 'build']).then((code) => code === 0 || process.exit(1))
const folder = mkdtempSync(join(tmpdir(), 'drumbeat-totals-'))
const report = join(folder, 'report.json')
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
process.exitCode = await run([vitest, 'run', ...reporters, ...process.argv.slice(2)])
sayWhatIsLeftOut()
say(totals({ atLeastFailed: process.exitCode === 0 ? 0 : 1 }))
rmSync(folder, { recursive: true })

/** Only where it may be done without asking: as root, with Debian's own packages. */
function installMissing() {
  const missing = needed.filter(({ isThere }) => !isThere()).map(({ program }) => program)
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return

  say(`Installing ${missing.join(' and ')} with apt-get …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words) => spawnSync('apt-get', ['-q', '-y', ...words], { stdio: 'inherit', env }).status === 0
  if (apt('update')) apt('install', '--no-install-recommends', ...missing)
}

function sayWhatIsLeftOut() {
  const missing = needed.filter(({ isThere }) => !isThere())
  for (const { program, proves } of missing) say(`LEFT OUT: ${proves}, because there is no ${program} on this machine.`)
  if (missing.length > 0 && mustHaveAll) {
    say('Under CI nothing is left out: install what is missing and try again.')
    process.exit(1)
  }
}

/** Runs a script of Node's to its end, passes signals on, and returns its exit code. */
function run(command) {
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'inherit' })
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve) =>
    child.on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(code ?? 1)
    }),
  )
}

/** The totals of the run; a file that could not be loaded, and an error outside of all tests, count as one failed test. */
function totals({ atLeastFailed }) {
  if (!existsSync(report)) return '0 passed, 1 failed'
  const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = Math.max(numFailedTests + unloaded, atLeastFailed)
  const skipped = numTotalTests - numPassedTests - numFailedTests
  return `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
