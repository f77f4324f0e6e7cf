import express from 'express'
import { Temporal } from 'temporal-polyfill'
import { PERSONAS } from '../../../src/platforms/playground/company.ts'
import { createPlayground } from '../../../src/platforms/playground/platform.ts'
import { testDatabase } from '../../support/database.ts'
import { directoryOf, postingOn, readableLog, stageDoor } from './door.ts'
import { type Page, playgroundPerson } from './playground-person.ts'
import type { Nature, Room, Stage } from './stage.ts'
import { listening, wireTo } from './wire.ts'

const NATURE: Nature = {
  repliesStandInChannel: true,
  mentionsChannels: true,
  wordForNo: true,
  messagesOfOneKey: 1,
  longestInput: 40_000,
  longestCard: Number.POSITIVE_INFINITY,
  placeOfFormErrors: () => '',
}

const NOW = Temporal.Instant.from('2026-05-04T07:00:00Z')
const GENERAL: Room = { id: 'general', ours: 'c-general', name: 'general' }
const SUPPORT: Room = { id: 'support', ours: 'c-support', name: 'support' }

/** The playground over its JSON API, on a database, before a router that does as it is told. */
export async function openPlaygroundStage(): Promise<Stage> {
  const database = await testDatabase()
  const { log, logger } = readableLog()
  const platform = createPlayground({
    ...{ db: database.db, log: logger, clock: { now: () => NOW }, agenda: async () => [] },
  })
  const addresses = new Map<string, string>()
  const people = PERSONAS.map(({ id, locale }) => ({ id, locale, ours: `m-${id}` }))
  const directory = directoryOf({ people, rooms: [GENERAL, SUPPORT], addresses })
  const door = stageDoor(directory, people)
  const web = express()
  await platform.listen(web, door)
  const adapter = await listening(web)
  const wire = await wireTo(adapter.url)
  const pages: [Page, Page] = [emptyPage(), emptyPage()]
  const person = (id: string, page: Page) => playgroundPerson(id, { url: wire.url, page, channel: GENERAL.id })
  return {
    ...{ platform, installation: 'playground', door, directory, addresses, log, nature: NATURE },
    ...postingOn({ platform, installation: 'playground', room: GENERAL, directory }),
    ...{ room: GENERAL, otherRoom: SUPPORT, mira: person('mira', pages[0]), mei: person('mei', pages[1]) },
    ...{ unknown: NOBODY, closed: NOBODY, redeliver: wire.again, status: wire.status, problems: () => [] },
    reset: async () => {
      await database.db.playgroundMessage.deleteMany()
      for (const page of pages) Object.assign(page, emptyPage())
      log.length = 0
      door.received.length = 0
      door.answers = () => ({ kind: 'nothing' })
    },
    close: async () => {
      await platform.close()
      await wire.close()
      await adapter.close()
      await database.close()
    },
  }
}

// Nobody leaves the made-up company and none of its channels is ever closed.
const NOBODY = { person: 'nobody', channel: 'nowhere' }

const emptyPage = (): Page => ({ opened: null, troubles: [] })
