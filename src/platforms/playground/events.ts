import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import type { Database } from '../../database/types.ts'
import { versionOf } from './store.ts'

const LOOK_EVERY_MS = 500
const BREATHE_EVERY_MS = 15_000

export type Events = {
  /** Keeps the answer open and writes `changed` into it whenever there is something new to see. */
  listen(req: Request, res: Response): void
  /** Looks at once, for what this process has just done itself. */
  look(): Promise<void>
  close(): void
}

/** Tells open pages that something changed; looks into the database, as other processes write there too. */
export function createEvents(db: Database, log: Logger): Events {
  const pages = new Set<Response>()
  let known: string | null = null

  const look = async () => {
    if (pages.size === 0) return
    try {
      const version = await versionOf(db)
      if (version !== known) for (const page of pages) page.write(`event: changed\ndata: ${version}\n\n`)
      known = version
    } catch (error) {
      log.warn({ err: error }, 'The playground could not look for news; it will look again')
    }
  }
  const looking = setInterval(look, LOOK_EVERY_MS).unref()
  const breathe = () => {
    for (const page of pages) page.write(': still here\n\n')
  }
  const breathing = setInterval(breathe, BREATHE_EVERY_MS).unref()

  return {
    listen(req, res) {
      res.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-cache',
        'X-Accel-Buffering': 'no',
      })
      res.write('retry: 1000\nevent: changed\ndata: hello\n\n')
      pages.add(res)
      req.on('close', () => pages.delete(res))
    },
    look,
    close() {
      clearInterval(looking)
      clearInterval(breathing)
      for (const page of pages) page.end()
      pages.clear()
    },
  }
}
