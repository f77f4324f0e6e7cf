import { readFile } from 'node:fs/promises'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChatPlatform } from '../../../src/platform.ts'
import { createTeams } from '../../../src/platforms/teams/platform.ts'
import { testDatabase } from '../../support/database.ts'
import { TENANT } from '../../support/teams/fake-teams.ts'
import { APP, SECRET, type Signing, startSigning } from '../../support/teams/signing.ts'
import { textOf } from '../../support/teams/wire-words.ts'
import { readableLog, stageDoor } from '../contract/door.ts'
import { card } from '../contract/samples.ts'
import type { StageDoor } from '../contract/stage.ts'
import { type Listening, listening } from '../contract/wire.ts'

const nobody = { person: () => undefined, channel: () => undefined, post: () => undefined }
/** The conversation in which everything personal was recorded. */
const PERSONAL = '83d89da4-9a38-43ef-adce-54ccb467dee1'

let signing: Signing
let adapter: Listening
let connector: Listening
let called: { path: string; body: string }[] = []
let door: StageDoor
let platform: ChatPlatform
let database: Awaited<ReturnType<typeof testDatabase>>

beforeAll(async () => {
  signing = await startSigning()
  connector = await listening(async (request, response) => {
    const body = await textOf(request)
    if (request.method === 'GET') return void response.writeHead(404).end()
    called.push({ path: `${request.method} ${request.url}`, body })
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"made-7"}')
  })
  database = await testDatabase()
  door = stageDoor(nobody, [])
  platform = createTeams({
    app: { id: APP, password: SECRET, tenantId: TENANT, type: 'SingleTenant' },
    ...{ tenantId: TENANT, serviceHosts: [new URL(connector.url).host], db: database.db, site: () => '' },
    log: readableLog().logger,
    ...{ openIdMetadataUrl: signing.metadataUrl, loginUrl: signing.loginUrl },
  })
  const web = express()
  await platform.listen(web, door)
  adapter = await listening(web)
})
beforeEach(() => {
  called = []
  door.received.length = 0
  door.answers = () => ({ kind: 'nothing' })
})
afterAll(async () => {
  await platform.close()
  for (const one of [adapter, connector, signing]) await one.close()
  await database.close()
})

type Recorded = { channelData?: object; conversation: object; value?: object }

/** An activity as it was recorded, but for the connector's address and the company. */
async function recorded(name: string): Promise<Recorded> {
  const { payload } = JSON.parse(await readFile(`test/support/payloads/teams-${name}.json`, 'utf8'))
  return {
    ...payload,
    ...(payload.serviceUrl && { serviceUrl: connector.url }),
    conversation: { ...payload.conversation, tenantId: TENANT },
    ...(payload.channelData && { channelData: { ...payload.channelData, tenant: { id: TENANT } } }),
  }
}
async function send(activity: object): Promise<{ status: number; body: string }> {
  const authorization = `Bearer ${signing.token({ serviceurl: connector.url })}`
  const response = await fetch(`${adapter.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(activity),
  })
  return { status: response.status, body: await response.text() }
}
const paths = () => called.map(({ path }) => path)

describe('as it was recorded,', () => {
  it('being added to a person is answered with the welcome, where they were', async () => {
    expect(await send(await recorded('installationUpdate-add-personal'))).toEqual({ status: 200, body: '' })

    expect(paths()).toEqual([`POST /v3/conversations/${PERSONAL}/activities`])
    expect(called[0]?.body).toContain('Drumbeat keeps the beat')
  })

  it('coming into a conversation is learnt and answered with nothing', async () => {
    expect(await send(await recorded('conversationUpdate-personal'))).toEqual({ status: 200, body: '' })
    expect([door.received, called]).toEqual([[], []])

    const to = { person: 'user-id-0' }
    await platform.post({ key: 'k', installation: TENANT, directory: nobody, card: card('Hello'), to })
    expect(paths()).toEqual([`POST /v3/conversations/${PERSONAL}/activities`])
  })

  it('a personal message reaches the router, and is answered in its conversation', async () => {
    door.answers = () => ({ kind: 'card', card: card('Well said') })
    expect((await send(await recorded('message-personal'))).status).toBe(200)

    expect(door.received).toMatchObject([
      { platform: 'teams', installation: TENANT, from: 'user-id-0', what: { kind: 'message', text: 'card' } },
    ])
    expect(door.received[0]).not.toHaveProperty('channel')
    expect(paths()).toEqual([`POST /v3/conversations/${PERSONAL}/activities`])
    expect(called[0]?.body).toContain('Well said')
  })

  it('a mention in a channel reaches the router without the mention, and is answered to its author alone', async () => {
    door.answers = () => ({ kind: 'card', card: card('Well said') })
    expect((await send(await recorded('message-channel-wire'))).status).toBe(200)

    const channel = '19:incidents@thread.tacv2'
    expect(door.received).toMatchObject([{ from: '29:bob', channel, what: { kind: 'message', text: 'card' } }])
    expect(paths()).toEqual(['POST /v3/conversations', 'POST /v3/conversations/made-7/activities'])
    expect(JSON.parse(called[0]?.body ?? '')).toMatchObject({ tenantId: TENANT, members: [{ id: '29:bob' }] })
  })

  it('a press on a card that is none of ours changes nothing', async () => {
    const { status, body } = await send(await recorded('invoke-adaptiveCard_action-personal'))

    expect([status, JSON.parse(body)]).toEqual([200, expect.objectContaining({ statusCode: 200 })])
    expect([door.received, called]).toEqual([[], []])
  })

  it('a press on a card of ours is answered in its place', async () => {
    const press = await recorded('invoke-adaptiveCard_action-personal')
    const data = { drumbeat: 'press', action: 'standup.answer', value: 'run-1' }
    const action = { ...(press.value as { action: object }).action, data }
    door.answers = () => ({ kind: 'card', card: card('Thank you'), replaces: true })
    const { status, body } = await send({ ...press, value: { action } })

    expect(door.received).toMatchObject([{ what: { kind: 'press', action: 'standup.answer', value: 'run-1' } }])
    expect([status, JSON.parse(body)]).toMatchObject([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    ])
    expect(body).toContain('Thank you')
  })

  it('what an old client submits of a card that is none of ours changes nothing', async () => {
    expect(await send(await recorded('message-submit-personal'))).toEqual({ status: 200, body: '' })
    expect([door.received, called]).toEqual([[], []])
  })

  it('a form that an old client submits gives way to the answer', async () => {
    const submitted = await recorded('message-submit-personal')
    const value = { drumbeat: 'submit', form: 'standup.new', context: '', fields: {} }
    door.answers = () => ({ kind: 'card', card: card('Saved') })
    expect((await send({ ...submitted, value })).status).toBe(200)

    expect(door.received).toMatchObject([{ what: { kind: 'submission', form: 'standup.new' } }])
    expect(paths()).toEqual([`PUT /v3/conversations/${PERSONAL}/activities/1795307731649`])
    expect(called[0]?.body).toContain('Saved')
  })

  it('half an activity is refused, and a whole one that asks for a dialog of nobody’s too', async () => {
    const half = await recorded('invoke-task_fetch-docs-partial')
    const whole = { ...(await recorded('message-personal')), ...half, type: 'invoke' }

    expect((await send(half)).status).toBe(400)
    expect((await send({ ...whole, conversation: { id: PERSONAL, tenantId: TENANT } })).status).toBe(501)
    expect([door.received, called]).toEqual([[], []])
  })
})
