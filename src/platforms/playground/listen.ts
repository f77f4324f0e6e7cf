import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { type Express, type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import type { Attachment } from '../../platform.ts'
import type { Counter } from './answering.ts'
import { command, message, press, shortcut, submit } from './asking.ts'
import type { Events } from './events.ts'
import { fromHere } from './loopback.ts'
import type { PlaygroundOptions } from './platform.ts'
import { answerProblems, apologyTo } from './problems.ts'
import { Refusal } from './refusal.ts'
import {
  bodyOf,
  jsonBody,
  PressRequest,
  personaNamed,
  ReadRequest,
  SayRequest,
  ShortcutRequest,
  SubmitRequest,
} from './requests.ts'
import { stateFor } from './state.ts'
import { markRead, messageFor } from './store.ts'
import type { Answered } from './wire.ts'

/** Where `npm run build:page` puts the page; the same place seen from `src` and from `dist`. */
const BUILT_PAGE = fileURLToPath(new URL('../../../dist/playground', import.meta.url))
const NOT_BUILT = 'The page has not been built yet: run `npm run build` and load this again.\n'

export type Counters = Counter & Pick<PlaygroundOptions, 'agenda' | 'log'> & { events: Events }

export function mountPlayground(web: Express, counters: Counters): void {
  web.get('/', fromHere, (_req, res) => res.redirect('/playground'))
  web.use('/playground/api', api(counters))
  web.use('/playground', fromHere, page())
  web.use(['/', '/playground'], answerProblems)
}

function api(counters: Counters): Router {
  const { db, door, events } = counters
  const { commands, shortcuts } = door
  const routes = Router()
  routes.use(fromHere, jsonBody)
  routes.get('/state', async (req, res) => {
    res.set('Cache-Control', 'no-store')
    res.json(await stateFor(personaNamed(req.query.as), { ...counters, commands, shortcuts }))
  })
  routes.get('/events', (req, res) => {
    personaNamed(req.query.as)
    events.listen(req, res)
  })
  routes.get('/files/:message', async (req, res) => {
    const row = await messageFor(db, personaNamed(req.query.as), req.params.message)
    hand(res, row?.file as Attachment | null | undefined)
  })
  routes.post('/command', answering(counters, SayRequest, command))
  routes.post('/message', answering(counters, SayRequest, message))
  routes.post('/press', answering(counters, PressRequest, press))
  routes.post('/shortcut', answering(counters, ShortcutRequest, shortcut))
  routes.post('/submit', answering(counters, SubmitRequest, submit))
  routes.post('/read', async (req, res) => {
    const { as, place, upTo } = bodyOf(ReadRequest, req)
    await markRead(db, { persona: personaNamed(as), place, upTo })
    res.json({})
  })
  routes.use(() => {
    throw new Refusal(404, 'The playground has no such address.')
  })
  routes.use(answerProblems)
  return routes
}

function answering<T extends { as: string }>(
  counters: Counters,
  schema: z.ZodType<T>,
  answer: (counter: Counter, request: T) => Promise<Answered>,
) {
  return async (req: Request, res: Response) => {
    const request = bodyOf(schema, req)
    try {
      res.json(await answer(counters, request))
    } catch (error) {
      if (error instanceof Refusal) throw error
      counters.log.error({ err: error, path: req.path }, 'What came in could not be handled')
      res.status(500).json({ error: apologyTo(request.as) })
    }
    await counters.events.look()
  }
}

/** A picture is looked at in the page; a text is kept. */
function hand(res: Response, file: Attachment | null | undefined): void {
  if (!file) throw new Refusal(404, 'There is no such file.')
  res.set('X-Content-Type-Options', 'nosniff')
  if ('png' in file) res.type('image/png').send(Buffer.from(file.png, 'base64'))
  else res.attachment(file.name).send(Buffer.from(file.text))
}

function page(): Router {
  const routes = Router()
  routes.use((_req, res, next) => {
    if (existsSync(BUILT_PAGE)) return next()
    res.status(503).type('text').send(NOT_BUILT)
  })
  routes.get('/', (_req, res) => res.sendFile('index.html', { root: BUILT_PAGE }))
  routes.use(express.static(BUILT_PAGE, { redirect: false }))
  return routes
}
