import { type Logger, pino } from 'pino'

/** Structured lines on standard output. What people wrote is never among the fields. */
export function openLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: described } })
}

export const isOfDatabase = (error: unknown): boolean =>
  error instanceof Error && (error.name.startsWith('Prisma') || error.name === 'DriverAdapterError')

type Described = { type: string; message: string; at: string[]; code?: unknown }

/** What the database says of an error may quote the values it was given, so of its errors only name, code and place are told. */
export function described(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Something that is no error was thrown', at: [] }
  const at = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const message = isOfDatabase(error) ? 'The database refused' : error.message
  return {
    type: error.name,
    message,
    at: at.map((line) => line.trim()),
    ...('code' in error ? { code: error.code } : {}),
  }
}
