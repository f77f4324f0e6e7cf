import express from 'express'
import type { Database } from '../../../src/database/types.ts'
import { createTeams } from '../../../src/platforms/teams/platform.ts'
import { readRef } from '../../../src/platforms/teams/ref.ts'
import { testDatabase } from '../../support/database.ts'
import { type FakeTeams, startFakeTeams, TENANT } from '../../support/teams/fake-teams.ts'
import { unhurried } from '../../support/teams/unhurried.ts'
import { directoryOf, postingOn, readableLog, stageDoor } from './door.ts'
import type { Nature, Person, Room, Stage } from './stage.ts'
import { teamsPerson } from './teams-person.ts'
import { listening, wireTo } from './wire.ts'

const NATURE: Nature = {
  messagesOfOneKey: 2,
  longestInput: 3_000,
  longestCard: 5_000,
  placeOfFormErrors: () => '',
  repliesStandInChannel: false,
  mentionsChannels: false,
  wordForNo: false,
}

export type TeamsStage = Stage & { teams: FakeTeams; db: Database; workspaceId: string }

/** The adapter of Teams between a made-up company, over the wire, and a router that does as it is told. */
export async function openTeamsStage(): Promise<TeamsStage> {
  const teams = await startFakeTeams()
  teams.addUser('29:mira', { name: 'Mira Falkenrath' })
  teams.addUser('29:mei', { name: '陈梅', locale: 'zh-CN', timeZone: 'Asia/Shanghai' })
  teams.addUser('29:left', { name: 'Left Long Ago' })
  const [general, support, archived] = [teams.addRoom('general'), teams.addRoom('support'), teams.addRoom('archived')]
  const posted = new Set<string>()
  const about = { room: general.id, wasPosted: (id: string) => posted.has(id) }
  const people: [Person, Person] = [
    teamsPerson(teams, { user: '29:mira', ours: 'm-mira', locale: 'en', ...about }),
    teamsPerson(teams, { user: '29:mei', ours: 'm-mei', locale: 'zh-CN', ...about }),
  ]
  const [room, otherRoom] = [general, support].map(({ id, name }): Room => ({ id, ours: `c-${name}`, name })) as [
    Room,
    Room,
  ]
  const addresses = new Map<string, string>()
  const directory = directoryOf({ people, rooms: [room, otherRoom], addresses })
  const { log, logger } = readableLog()
  const database = await testDatabase()
  const installations = { create: { platform: 'teams', externalId: TENANT } }
  const { id: workspaceId } = await database.db.workspace.create({ data: { name: 'Acme', installations } })
  let site = ''
  const adapting = createTeams({
    ...{
      app: null,
      tenantId: TENANT,
      serviceHosts: [],
      db: database.db,
      site: () => site,
      log: logger,
      pace: unhurried(),
      dialogs: true,
    },
  })
  const platform = {
    ...adapting,
    post: async (post: Parameters<typeof adapting.post>[0]) => {
      const ref = await adapting.post(post)
      posted.add(readRef(ref).id)
      return ref
    },
  }
  const door = stageDoor(directory, people)
  const web = express()
  await platform.listen(web, door)
  const adapter = await listening(web)
  site = adapter.url
  const wire = await wireTo(adapter.url)
  teams.deliverTo(wire.url)
  for (const user of teams.users.keys()) await teams.deliver(user, { type: 'installationUpdate', action: 'add' })
  for (const { id } of teams.rooms.values())
    await teams.deliver('29:mira', { type: 'conversationUpdate', membersAdded: [] }, { room: id })
  Object.assign(teams.users.get('29:left') ?? {}, { hasLeft: true })
  await teams.deliver('29:mira', ARCHIVED, { room: archived.id })
  archived.isClosed = true
  const stage: Omit<Stage, 'mira' | 'mei'> = {
    ...{ platform, installation: TENANT, door, directory, addresses, log, nature: NATURE, room, otherRoom },
    ...postingOn({ platform, installation: TENANT, room, directory }),
    closed: { person: '29:left', channel: archived.id },
    unknown: { person: '29:nobody', channel: '19:nowhere@thread.tacv2' },
    redeliver: wire.again,
    status: wire.status,
    problems: () => teams.problems,
    reset: async () => {
      teams.messages.length = 0
      teams.dialogs.clear()
      teams.problems.length = 0
      log.length = 0
      door.received.length = 0
      door.answers = () => ({ kind: 'nothing' })
    },
    close: async () => {
      await platform.close()
      await wire.close()
      await adapter.close()
      await teams.close()
      await database.close()
    },
  }
  return Object.assign(stage, { mira: people[0], mei: people[1], teams, db: database.db, workspaceId })
}

const ARCHIVED = {
  type: 'conversationUpdate',
  channelData: {
    tenant: { id: TENANT },
    eventType: 'channelDeleted',
    channel: { id: '19:archived@thread.tacv2', name: 'archived' },
  },
}
