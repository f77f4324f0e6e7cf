import { randomBytes } from 'node:crypto'
import type { Express } from 'express'
import type { Database } from '../../database/types.ts'
import type { Attachment } from '../../platform.ts'

const KEPT_DAYS = 30
const TOKEN = /^[\w-]{32}$/

/** What was put where a card can show or offer it. */
export type Shelf = {
  /** Its address, which nobody can guess and which ends after some weeks. */
  put(file: Attachment): Promise<string>
  serve(web: Express): void
}

/** Teams takes neither bytes nor files with a message of a bot's, so cards point to us. */
export function shelfIn(db: Database, site: () => string): Shelf {
  return {
    put: async (file) => {
      const id = randomBytes(24).toString('base64url')
      await db.teamsFile.create({ data: { id, ...contentOf(file), expiresAt: inDays(KEPT_DAYS) } })
      await db.teamsFile.deleteMany({ where: { expiresAt: { lt: new Date() } } })
      return `${site()}/teams/files/${id}`
    },
    serve: (web) => {
      web.get('/teams/files/:id', async (request, response) => {
        const { id } = request.params
        const file = TOKEN.test(id) ? await db.teamsFile.findUnique({ where: { id } }) : null
        if (!file || file.expiresAt < new Date())
          return void response.status(404).json({ error: 'There is nothing at this address any more' })
        const isPicture = file.type.startsWith('image/')
        response.set({
          'Content-Type': file.type,
          'Content-Disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'Cache-Control': 'private, max-age=86400, immutable',
          'X-Robots-Tag': 'noindex',
          'Cross-Origin-Resource-Policy': 'cross-origin',
        })
        response.send(Buffer.from(file.bytes))
      })
    },
  }
}

const contentOf = (file: Attachment) =>
  'png' in file
    ? { name: file.name, type: 'image/png', bytes: Buffer.from(file.png, 'base64') }
    : { name: file.name, type: 'application/octet-stream', bytes: Buffer.from(file.text, 'utf8') }

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000)
