import { Writable } from 'node:stream'
import { pino } from 'pino'
import { described } from '../../src/log.ts'
import type { World } from '../../src/world.ts'

/** What a running world logs from now on. */
export function logOf(world: World) {
  let lines = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines += chunk
      done()
    },
  })
  world.log = pino({ level: 'debug', serializers: { err: described } }, stream)
  return { lines: () => lines }
}
