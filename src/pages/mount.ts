import express, { type Express, type RequestHandler } from 'express'
import { perAddress } from '../intake/limits.ts'
import { soundText } from '../intake/sound-text.ts'
import { act, type World } from '../world.ts'
import { type Admitted, admit, reading } from './admit.ts'
import { accepted, answer, answerNote, nothingHere, tellTrouble } from './answers.ts'
import type { Sheet } from './page.ts'
import { CONTENT_POLICY } from './style.ts'

const REQUESTS_A_MINUTE = 60
/** Room for the longest note in Chinese, of which each character takes nine bytes on the way. */
const formBody = express.urlencoded({ extended: false, limit: '32kb', type: () => true })

/** What people without an account can open by a signed link: `/p/<token>`. */
export function mountPages(app: Express, world: World): void {
  const pages = express.Router()
  pages
    .route('/:token')
    .get(opened(world, (page) => shown(world, page)))
    .post(
      formBody,
      opened(world, (page, body) => submitted(world, page, body)),
    )
  app.use('/p', headers, perAddress(REQUESTS_A_MINUTE), pages, nothingHere, tellTrouble(world))
}

/** Nobody keeps such a page, finds it by searching, or learns the link from where the reader goes next. */
const headers: RequestHandler = (_request, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': CONTENT_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
  })
  next()
}

function opened(
  world: World,
  open: (page: Admitted, body: unknown) => Promise<Sheet>,
): RequestHandler<{ token: string }> {
  return async (request, response) => {
    const admission = await admit(world, request.params.token)
    switch (admission.kind) {
      case 'open':
        return answer(response, await open(admission, request.body))
      case 'unknown':
        return answerNote(response, { status: 404, says: 'unknown', locale: accepted(request) })
      case 'expired':
        return answerNote(response, { status: 410, says: 'expired', locale: admission.locale ?? accepted(request) })
    }
  }
}

const shown = (world: World, { workspace, page, subject }: Admitted): Promise<Sheet> =>
  reading(world, workspace, (ctx) => page.show(ctx, subject))

const submitted = (world: World, { workspace, page, subject }: Admitted, body: unknown): Promise<Sheet> =>
  act(world, workspace, (ctx) => page.submit(ctx, subject, valuesIn(body)))

/** Of a field that was sent twice the last counts; line breaks as we keep them. */
function valuesIn(body: unknown): Record<string, string> {
  const entries = Object.entries((body ?? {}) as Record<string, string | string[]>)
  const textOf = (value: string | string[]) => soundText([value].flat().at(-1) ?? '').replaceAll('\r\n', '\n')
  return Object.fromEntries(entries.map(([name, value]) => [name, textOf(value)]))
}
