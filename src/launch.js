// `npm start`: builds what is not built, then becomes the program. `npm run build` (`launch.js build`) only builds, always.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'dist/.built')
const lock = join(root, 'dist/.building')
const sources = ['src', 'prisma', 'tsconfig.json', 'prisma.config.ts', 'vite.config.ts', 'package-lock.json']
const generated = join(root, 'src/generated')

if (process.argv[2] === 'build') {
  await alone(build)
} else {
  if (!isBuilt()) await alone(async () => isBuilt() || (await build()))
  await import('../dist/main.js')
}

function isBuilt() {
  return existsSync(generated) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

async function build() {
  const before = fingerprint()
  const steps = [
    { what: 'the database client', run: [join(root, 'prisma/generate.js')] },
    { what: 'the program', run: [fromPackage('typescript/package.json', 'bin/tsc'), '-p', root] },
    ...pageSteps(),
  ]
  say(`Building ${steps.map((step) => step.what).join(', ')} …`)
  for (const step of steps) await run(step)
  writeFileSync(stamp, before)
}

function pageSteps() {
  const vite = fromPackage('vite/package.json', 'bin/vite.js')
  if (vite) return [{ what: "the playground's page", run: [vite, 'build', '--logLevel', 'warn'] }]

  say("The playground's page is left out: it is built by the development dependencies, which are not installed.")
  return []
}

/** Runs one step to its end; stopping Drumbeat meanwhile stops the step as well. */
async function run({ what, run: [script, ...words] }) {
  if (!script) fail('The packages are not installed: run `npm ci` first.')
  const child = spawn(process.execPath, [script, ...words], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const stop = () => {
    child.kill()
    rmSync(lock, { recursive: true, force: true })
    process.exit(0)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const code = await new Promise((resolve) => child.on('close', resolve))
  process.off('SIGINT', stop).off('SIGTERM', stop)
  if (code !== 0) fail(`Could not build ${what}.`)
}

/** Does the work while no other Drumbeat of this folder builds; a lock whose owner is gone is taken over. */
async function alone(work) {
  if (!taken()) {
    say('Waiting for another Drumbeat to finish building …')
    while (!taken()) await sleep(100)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function taken() {
  mkdirSync(join(root, 'dist'), { recursive: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!ownerLives()) rmSync(lock, { force: true })
    return false
  }
}

function ownerLives() {
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    return owner > 0 && process.kill(owner, 0)
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}

/** Changes whenever a source was added, changed, moved or removed. */
function fingerprint() {
  const hash = createHash('sha1')
  for (const path of sources.flatMap((source) => filesIn(join(root, source)))) {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path}:${mtimeMs}:${size}\n`)
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (path === generated || !existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}

function fromPackage(manifest, file) {
  try {
    return join(createRequire(import.meta.url).resolve(manifest), '..', file)
  } catch {
    return null
  }
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

function fail(line) {
  rmSync(lock, { force: true })
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
