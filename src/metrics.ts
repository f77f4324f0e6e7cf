import { Counter, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof openMetrics>

/** What an operator can watch; the gauges about the database are read when somebody asks (`health.ts`). */
export function openMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    inbound: new Counter({
      name: 'drumbeat_inbound_total',
      help: 'Things that came in',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    inboundSeconds: new Histogram({ name: 'drumbeat_inbound_seconds', help: 'From arrival to commit', registers }),
    timersFired: new Counter({
      name: 'drumbeat_timers_fired_total',
      help: 'Promises kept',
      labelNames: ['kind'],
      registers,
    }),
    timersFailed: new Counter({
      name: 'drumbeat_timers_failed_total',
      help: 'Firings that threw',
      labelNames: ['kind'],
      registers,
    }),
    posts: new Counter({
      name: 'drumbeat_posts_total',
      help: 'Deliveries by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    repairs: new Counter({
      name: 'drumbeat_repairs_total',
      help: 'Things found lying and put right',
      labelNames: ['what'],
      registers,
    }),
  }
}
