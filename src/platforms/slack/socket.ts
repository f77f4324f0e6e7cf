import { setTimeout as pause } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'

export type Socket = { trouble(): string | null; close(): Promise<void> }

const MAY_BE_DOWN_MS = 60_000
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000

/** Keeps a Socket Mode connection up: opens it again whenever it closes, later and later while Slack does not let us in. */
export function stayConnected(receiver: SocketModeReceiver, log: Logger): Socket {
  const closing = new AbortController()
  const state: { downSince: number | null } = { downSince: Date.now() }
  const running = run(receiver, { state, log, signal: closing.signal })
  return {
    trouble: () => {
      const isDown = state.downSince !== null && Date.now() - state.downSince > MAY_BE_DOWN_MS
      return isDown ? 'The Socket Mode connection to Slack has been down for more than a minute.' : null
    },
    close: async () => {
      closing.abort()
      await receiver.stop()
      await running
    },
  }
}

type Run = { state: { downSince: number | null }; log: Logger; signal: AbortSignal }

async function run(receiver: SocketModeReceiver, { state, log, signal }: Run): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await Promise.race([receiver.start(), aborted(signal)])
      state.downSince = null
      failures = 0
      await Promise.race([new Promise((resolve) => receiver.client.once('disconnected', resolve)), aborted(signal)])
    } catch (error) {
      log.warn({ err: error ?? 'closed' }, 'Socket Mode connection failed')
      failures++
    }
    state.downSince ??= Date.now()
    if (!signal.aborted) await pauseUnless(signal, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures))
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

const pauseUnless = (signal: AbortSignal, ms: number): Promise<unknown> =>
  Promise.race([pause(ms, null, { ref: false }), aborted(signal)])
