import { systemClock } from '../dist/clock.js'
import { openDatabase } from '../dist/database/open.js'
import { openLog } from '../dist/log.js'
import { openMetrics } from '../dist/metrics.js'

/** A running process's world without chat products, for measuring the kernel alone. */
export function bareWorld(databaseUrl, { queue, flows = [] }) {
  return {
    db: openDatabase(databaseUrl),
    queue,
    flows,
    platforms: new Map(),
    clock: systemClock,
    site: 'http://localhost',
    log: openLog('error'),
    metrics: openMetrics(),
  }
}

/** Agrees to everything at once. */
export const silentChat = {
  name: 'slack',
  post: async ({ key }) => key,
  update: async () => {},
  linkTo: () => null,
  profileOf: async () => null,
  channelOf: async () => null,
}
