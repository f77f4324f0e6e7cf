import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Locale } from '../chat/locale.ts'
import type { World } from '../world.ts'
import { draw } from './draw.ts'
import { pageWords } from './messages.ts'
import type { Sheet } from './page.ts'

/** What is said where no flow has a word in it. */
type Note = { status: number; says: 'unknown' | 'expired' | 'tooMany' | 'tooLong' | 'broken'; locale: Locale }

export function answer(response: Response, sheet: Sheet): void {
  answerPage(response, sheet.status ?? 200, sheet)
}

export function answerNote(response: Response, { status, says, locale }: Note): void {
  const words = pageWords[locale]
  answerPage(response, status, { locale, title: words[`${says}Title`], paragraphs: [words[says]] })
}

/** In the reader's browser's language. */
export const accepted = (request: Pick<Request, 'acceptsLanguages'>): Locale =>
  request.acceptsLanguages('en', 'zh') === 'zh' ? 'zh-CN' : 'en'

export const nothingHere: RequestHandler = (request, response) =>
  answerNote(response, { status: 404, says: 'unknown', locale: accepted(request) })

/** The address of such a page opens it, so it is not logged. */
export const tellTrouble =
  (world: World): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const status: number = error.status ?? 500
    if (status >= 500) world.log.error({ path: request.baseUrl, err: error }, 'A page failed')
    answerNote(response, { ...noteFor(status), locale: accepted(request) })
  }

function noteFor(status: number): Omit<Note, 'locale'> {
  if (status === 413) return { status, says: 'tooLong' }
  if (status === 429) return { status, says: 'tooMany' }
  return status < 500 ? { status: 404, says: 'unknown' } : { status: 500, says: 'broken' }
}

function answerPage(response: Response, status: number, sheet: Sheet): void {
  response.status(status).type('html').set('Content-Language', sheet.locale).send(draw(sheet))
}
