import { type Logger, pino } from 'pino'

/** Structured lines on standard output. What people wrote is never among the fields. */
export function openLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
