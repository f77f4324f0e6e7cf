import { pino } from 'pino'
import { expect, it } from 'vitest'
import { type Backend, bullQueue } from '../../src/queue/bullmq.ts'

const log = pino({ level: 'silent' })
const never = () => new Promise<void>(() => {})

/** BullMQ as it is after trouble with its backend: its workers do not close. */
function restingBackend() {
  const ways = { process: null as Parameters<Backend['worker']>[2] | null, isClosed: false }
  const backend: Backend = {
    queue: () => ({ addBulk: async () => [], getJobCounts: async () => ({}), close: async () => {}, on: () => {} }),
    worker: (_name, _concurrency, process) => {
      ways.process = process
      return { close: never, on: () => {} }
    },
    trouble: async () => null,
    close: async () => {
      ways.isClosed = true
    },
  }
  return Object.assign(ways, { backend })
}

it('a queue that rests after trouble is closed all the same, once what is in hand is done', async () => {
  const resting = restingBackend()
  const queue = bullQueue(resting.backend, log)
  const events: string[] = []
  let finish = () => {}
  const finished = new Promise<void>((done) => {
    finish = done
  })
  queue.work('deliveries', 1, () => finished)
  void resting.process?.({ data: {} } as never)
  const closing = queue.close().then(() => events.push('closed'))

  await new Promise((resolve) => setTimeout(resolve, 4_000))
  events.push('finished')
  finish()
  await closing

  expect(events).toEqual(['finished', 'closed'])
  expect(resting.isClosed).toBe(true)
})
