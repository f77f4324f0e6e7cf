import express from 'express'
import { createSlack } from '../../../src/platforms/slack/platform.ts'
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts'
import { directoryOf, postingOn, readableLog, stageDoor } from './door.ts'
import { slackPerson } from './slack-person.ts'
import type { Nature, Person, Room, Stage } from './stage.ts'
import { listening, wireTo } from './wire.ts'

const NATURE: Nature = {
  repliesStandInChannel: true,
  mentionsChannels: true,
  wordForNo: true,
  messagesOfOneKey: 2,
  longestInput: 3_000,
  longestCard: 7_900,
  // A window has places for errors at its inputs alone.
  placeOfFormErrors: (firstField) => firstField,
}

/** Slack's adapter between a made-up workspace, over the wire, and a router that does as it is told. */
export async function openSlackStage(): Promise<Stage> {
  const slack = await startFakeSlack()
  const { people, rooms, closed } = furnished(slack)
  const addresses = new Map<string, string>()
  const directory = directoryOf({ people, rooms: [rooms.room, rooms.otherRoom], addresses })
  const { log, logger } = readableLog()
  const { botToken, signingSecret, apiUrl, teamId: installation } = slack
  const platform = createSlack({ botToken, signingSecret, apiUrl, log: logger })
  const door = stageDoor(directory, people)
  const web = express()
  await platform.listen(web, door)
  const adapter = await listening(web)
  const wire = await wireTo(adapter.url)
  slack.deliverTo(wire.url)
  const stage: Omit<Stage, 'mira' | 'mei'> = {
    ...{ platform, installation, door, directory, addresses, log, closed, ...rooms, nature: NATURE },
    ...postingOn({ platform, installation, room: rooms.room, directory }),
    unknown: { person: 'UNOBODY', channel: 'CNOWHERE' },
    redeliver: wire.again,
    status: wire.status,
    problems: () => slack.problems,
    reset: async () => {
      slack.state.messages.length = 0
      slack.state.views.clear()
      slack.problems.length = 0
      log.length = 0
      door.received.length = 0
      door.answers = () => ({ kind: 'nothing' })
    },
    close: async () => {
      await platform.close()
      await wire.close()
      await adapter.close()
      await slack.close()
    },
  }
  return Object.assign(stage, { mira: people[0], mei: people[1] })
}

function furnished(slack: FakeSlack) {
  slack.addUser('Mira Falkenrath', { id: 'UMIRA' })
  slack.addUser('陈梅', { id: 'UMEI', locale: 'zh-CN', tz: 'Asia/Shanghai' })
  slack.addUser('Left Long Ago', { id: 'ULEFT', deleted: true })
  const room = roomIn(slack, 'general')
  const otherRoom = roomIn(slack, 'support')
  const archived = slack.addChannel('archived')
  Object.assign(slack.state.channels.get(archived) ?? {}, { archived: true })
  const people: [Person, Person] = [
    slackPerson(slack, { user: 'UMIRA', ours: 'm-mira', locale: 'en' }),
    slackPerson(slack, { user: 'UMEI', ours: 'm-mei', locale: 'zh-CN' }),
  ]
  return { people, rooms: { room, otherRoom }, closed: { person: 'ULEFT', channel: archived } }
}

const roomIn = (slack: FakeSlack, name: string): Room => ({ id: slack.addChannel(name), ours: `c-${name}`, name })
