import type { Express } from 'express'
import { Temporal } from 'temporal-polyfill'
import { toDate } from '../../calendar/instant.ts'
import type { Database } from '../../database/types.ts'
import type { TeamsFile } from '../../generated/client.ts'
import { readSigned, signed } from '../../pages/signed.ts'
import type { Attachment } from '../../platform.ts'

const KEPT_HOURS = 30 * 24
/** What a ticket is for; no other one opens a file. */
const PAGE = 'teams.file'

/** What was put where a card can show or offer it. */
export type Shelf = {
  /** Its address, signed, which ends after some weeks, or as soon as the file is taken away. */
  put(file: Attachment): Promise<string>
  serve(web: Express): void
}

/** Teams takes neither bytes nor files with a message of a bot's, so cards point to us. */
export function shelfIn(db: Database, { tenantId, site }: { tenantId: string; site: () => string }): Shelf {
  return {
    put: async (file) => {
      const where = { platform_externalId: { platform: 'teams', externalId: tenantId } }
      const { workspaceId } = await db.installation.findUniqueOrThrow({ where })
      const until = Temporal.Now.instant().add({ hours: KEPT_HOURS })
      const { id: subject } = await db.teamsFile.create({ data: { ...contentOf(file), expiresAt: toDate(until) } })
      await db.teamsFile.deleteMany({ where: { expiresAt: { lt: new Date() } } })
      return `${site()}/teams/files/${await signed(db, { workspaceId, page: PAGE, subject, until })}`
    },
    serve: (web) => {
      web.get('/teams/files/:token', async (request, response) => {
        const file = await fileFor(db, request.params.token)
        if (!file) return void response.status(404).json({ error: 'There is nothing at this address any more' })
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

async function fileFor(db: Database, token: string): Promise<TeamsFile | null> {
  const ticket = await readSigned(db, token)
  if (ticket?.page !== PAGE || Temporal.Instant.compare(ticket.until, Temporal.Now.instant()) <= 0) return null
  return db.teamsFile.findUnique({ where: { id: ticket.subject } })
}
