// `npm run bench`: builds, measures one thing after another and prints everything side by side.
// `npm run bench -- timers tick` measures only these.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describeMachine } from './machine.js'
import { tableOf } from './table.js'

const MEASUREMENTS = ['ack', 'timers', 'tick', 'memory']
const LONGEST_MS = 10 * 60_000

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !MEASUREMENTS.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`There is no measurement ${unknown.join(', ')}; there are ${MEASUREMENTS.join(', ')}.\n`)
  process.exit(1)
}
const launch = fileURLToPath(new URL('../src/launch.js', import.meta.url))
if (spawnSync(process.execPath, [launch, 'build'], { stdio: 'inherit' }).status !== 0) process.exit(1)

const machine = describeMachine()
const { prepareGround } = await import('./ground.js')
const ground = await prepareGround()
const end = async (code) => {
  await ground.clear()
  process.exit(code)
}
process.once('SIGINT', () => end(130)).once('SIGTERM', () => end(143))
setTimeout(() => {
  process.stderr.write(`The bench did not end within ${LONGEST_MS / 60_000} minutes.\n`)
  void end(1)
}, LONGEST_MS).unref()

try {
  const results = []
  for (const name of MEASUREMENTS.filter((one) => chosen.length === 0 || chosen.includes(one))) {
    process.stdout.write(`Measuring ${name} …\n`)
    results.push(...(await measure(name)))
  }
  process.stdout.write(`\n${machine}\n\n${tableOf(results)}\n`)
  await end(0)
} catch (error) {
  process.stderr.write(`${error.stack}\n`)
  await end(1)
}

async function measure(name) {
  switch (name) {
    case 'ack':
      return (await import('./ack.js')).measureAck(ground)
    case 'timers':
      return (await import('./timers.js')).measureTimers(ground)
    case 'tick':
      return (await import('./tick.js')).measureTick(ground)
    case 'memory':
      return (await import('./memory.js')).measureMemory(ground)
  }
}
