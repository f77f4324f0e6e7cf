/** What the workers do, as the rest of Drumbeat sees the queue: a way to hand work over, never a memory. */
export type WorkQueue = {
  /** Hands work over; it may be lost or done twice, and the rows in the database make up for both. */
  add<L extends Lane>(lane: L, jobs: readonly Job<L>[]): Promise<void>
  work<L extends Lane>(lane: L, concurrency: number, handler: (data: Work[L]) => Promise<void>): void
  counts(): Promise<Record<Lane, { waiting: number; active: number }>>
  /** Null when all is well, otherwise what is wrong, in words for an administrator. */
  trouble(): Promise<string | null>
  /** Whether it is about to close: work that can stop half-way does. */
  isClosing(): boolean
  /** Finishes what is in hand and closes. */
  close(): Promise<void>
}

export type Work = {
  timers: { workspaceId: string; now: string; ids: readonly string[] }
  deliveries: { workspaceId: string; place: string }
}
export type Lane = keyof Work
export const LANES = ['timers', 'deliveries'] as const satisfies readonly Lane[]

export type Job<L extends Lane> = {
  data: Work[L]
  /** While work with this id waits or is being done, adding it again does nothing. */
  id?: string
  /** 1 goes first. */
  priority?: number
}
