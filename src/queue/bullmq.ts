import type { Job as BullJob, JobsOptions, Queue, Worker } from 'bullmq'
import type { Logger } from 'pino'
import { within } from '../within.ts'
import { type Job, LANES, type Lane, type Work, type WorkQueue } from './queue.ts'

/** The part of BullMQ that differs between its two backends. */
export type Backend = {
  queue(name: string): JobQueue
  worker(name: string, concurrency: number, process: (job: BullJob) => Promise<void>): JobWorker
  trouble(): Promise<string | null>
  close(): Promise<void>
}
export type JobQueue = Pick<Queue, 'addBulk' | 'getJobCounts' | 'close'> & {
  on(event: 'error', hear: (error: Error) => void): unknown
}
export type JobWorker = Pick<Worker, 'close'> & {
  on(event: 'error', hear: (error: Error) => void): unknown
  on(event: 'failed', hear: (job: unknown, error: Error) => void): unknown
}

/** After trouble with its backend BullMQ rests for up to 15 s and would finish that first; what is in hand we count ourselves. */
const CLOSES_WITHIN_MS = 3_000

/** Retrying is the rows' business, so a job is tried once and leaves nothing behind. */
const ONCE: JobsOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true }

export function bullQueue(backend: Backend, log: Logger): WorkQueue {
  const hear = (error: Error) => log.warn({ error: error.message }, 'The queue is in trouble')
  const queues = Object.fromEntries(LANES.map((lane) => [lane, backend.queue(lane)])) as Record<Lane, JobQueue>
  const workers: JobWorker[] = []
  const inHand = new Set<Promise<void>>()
  let isClosing = false
  const done = async (work: Promise<void>) => {
    inHand.add(work)
    await work.finally(() => inHand.delete(work))
  }
  for (const lane of LANES) queues[lane].on('error', hear)
  return {
    add: async (lane, jobs) => {
      if (jobs.length > 0) await queues[lane].addBulk(jobs.map((job) => asBullJob(lane, job)))
    },
    work(lane, concurrency, handler) {
      const worker = backend.worker(lane, concurrency, (job) => done(handler(job.data as Work[typeof lane])))
      worker.on('error', hear)
      worker.on('failed', (_job, error) =>
        log.error({ lane, err: error }, 'Work failed and is found again by its rows'),
      )
      workers.push(worker)
    },
    counts: async () => {
      const counted = await Promise.all(LANES.map((lane) => queues[lane].getJobCounts()))
      return Object.fromEntries(LANES.map((lane, index) => [lane, depth(counted[index])])) as Record<Lane, Depth>
    },
    trouble: backend.trouble,
    isClosing: () => isClosing,
    async close() {
      isClosing = true
      // BullMQ would wait for a backend that is away until it is there again.
      const isAway = (await backend.trouble()) !== null
      await within(Promise.all(workers.map((worker) => worker.close(isAway))), CLOSES_WITHIN_MS)
      await Promise.allSettled(inHand)
      if (!isAway) await within(Promise.all(LANES.map((lane) => queues[lane].close())), CLOSES_WITHIN_MS)
      await backend.close()
    },
  }
}

function asBullJob<L extends Lane>(lane: L, { data, id, priority }: Job<L>) {
  return {
    name: lane,
    data,
    opts: { ...ONCE, ...(id ? { jobId: id.replaceAll(':', '-') } : {}), ...(priority ? { priority } : {}) },
  }
}

type Depth = { waiting: number; active: number }

function depth(counts: Record<string, number> = {}): Depth {
  return {
    waiting: (counts.waiting ?? 0) + (counts.prioritized ?? 0) + (counts.delayed ?? 0),
    active: counts.active ?? 0,
  }
}
