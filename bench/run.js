// `npm run bench`: builds, measures one thing after another and prints everything side by side.
// `npm run bench -- timers tick` measures only these; `quarter` and `year` are measured only when asked for, as they take long.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describeMachine } from './machine.js'
import { tableOf } from './table.js'

const MEASUREMENTS = ['ack', 'timers', 'tick', 'complaints', 'okr', 'samples', 'memory']
const LONG = ['quarter', 'year']
const ALL = [...MEASUREMENTS, ...LONG]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !ALL.includes(name))
if (unknown.length > 0) refuse(`There is no measurement ${unknown.join(', ')}; there are ${ALL.join(', ')}.`)
const chosen = asked.length > 0 ? ALL.filter((name) => asked.includes(name)) : MEASUREMENTS
const LONGEST_MINUTES = chosen.some((name) => LONG.includes(name)) ? 60 : 15
const launch = fileURLToPath(new URL('../src/launch.js', import.meta.url))
if (spawnSync(process.execPath, [launch, 'build'], { stdio: 'inherit' }).status !== 0) process.exit(1)

const { prepareGround } = await import('./ground.js')
const machine = describeMachine()
const preparing = prepareGround()
let ending = null
process.once('SIGINT', () => end(130)).once('SIGTERM', () => end(143))
setTimeout(() => failed(`The bench did not end within ${LONGEST_MINUTES} minutes.`), LONGEST_MINUTES * 60_000).unref()
try {
  const results = await measureAll(await preparing)
  tell(`\n${machine}\n\n${tableOf(results)}`)
  await end(0)
} catch (error) {
  await failed(error.stack)
}

async function measureAll(ground) {
  const results = []
  for (const name of chosen) {
    tell(`Measuring ${name} …`)
    const { measure } = await import(`./${name}.js`)
    results.push(...(await measure(ground)))
  }
  return results
}

/** What goes wrong because the ground is already being cleared is nothing to tell. */
function failed(why) {
  if (ending === null) process.stderr.write(`${why}\n`)
  return end(1)
}

/** Programs that still run are killed when this process exits. */
function end(code) {
  ending ??= preparing
    .then((ground) => ground.clear())
    .catch((error) => process.stderr.write(`${error.stack}\n`))
    .finally(() => process.exit(code))
  return ending
}

function refuse(why) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

function tell(words) {
  process.stdout.write(`${words}\n`)
}
