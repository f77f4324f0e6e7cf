import express, { type Express, type RequestHandler } from 'express'
import { perAddress } from '../intake/limits.ts'
import { actAt, reading, type World } from '../world.ts'
import { type Admitted, admit } from './admit.ts'
import { accepted, answer, answerNote, nothingHere, tellTrouble } from './answers.ts'
import type { Sheet } from './page.ts'
import { CONTENT_POLICY } from './style.ts'
import { type Exchange, valuesIn } from './values.ts'

const REQUESTS_A_MINUTE = 60

/** What people without an account can open by a signed link: `/p/<token>`. */
export function mountPages(app: Express, world: World): void {
  const pages = express.Router()
  pages
    .route('/:token')
    .get(opened(world, (page) => shown(world, page)))
    .post(opened(world, async (page, exchange) => submitted(world, page, await valuesIn(page, exchange))))
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
  open: (page: Admitted, exchange: Exchange) => Promise<Sheet>,
): RequestHandler<{ token: string }> {
  return async (request, response) => {
    const admission = await admit(world, request.params.token)
    switch (admission.kind) {
      case 'open':
        return answer(response, await open(admission, { request, response }))
      case 'unknown':
        return answerNote(response, { status: 404, says: 'unknown', locale: accepted(request) })
      case 'expired':
        return answerNote(response, { status: 410, says: 'expired', locale: admission.locale ?? accepted(request) })
    }
  }
}

const shown = (world: World, { workspace, page, subject }: Admitted): Promise<Sheet> =>
  reading(world, workspace, (ctx) => page.show(ctx, subject))

const submitted = (
  world: World,
  { workspace, page, subject }: Admitted,
  values: Record<string, string>,
): Promise<Sheet> => {
  const when = {
    workspace,
    now: world.clock.now(),
    ...(page.takesFiles && { withinSeconds: page.takesFiles.withinSeconds }),
  }
  return actAt(world, when, (ctx) => page.submit(ctx, subject, values))
}
