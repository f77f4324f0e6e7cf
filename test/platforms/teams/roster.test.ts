import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PersonUnreachable } from '../../../src/errors.ts'
import { TEAM } from '../../support/teams/fake-roster.ts'
import { BOT, TENANT } from '../../support/teams/fake-teams.ts'
import { openForm } from '../contract/reading.ts'
import { card, form } from '../contract/samples.ts'
import { openTeamsStage, type TeamsStage } from '../contract/teams-stage.ts'

let stage: TeamsStage
beforeEach(async () => {
  stage = await openTeamsStage()
  await looked()
})
afterEach(() => stage.close())

/** What was looked up until nothing more is. */
async function looked(): Promise<string[]> {
  const { calls } = stage.teams.roster
  for (let before = -1; before < calls.length; await new Promise((wait) => setTimeout(wait, 400))) before = calls.length
  return calls
}
/** What Mira is offered when she is asked for a person and a channel. */
async function offered(): Promise<{ people: readonly string[]; channels: readonly string[] }> {
  const fields = [
    { kind: 'person' as const, name: 'who', label: 'Who' },
    { kind: 'channel' as const, name: 'where', label: 'Where' },
  ]
  stage.door.answers = () => ({ kind: 'form', form: form({ fields }) })
  await stage.mira.command('/standup new')
  const shown = await openForm(stage.mira)
  return { people: shown.fields.who?.options ?? [], channels: shown.fields.where?.options ?? [] }
}
const added = (room: string, who: string) =>
  stage.teams.deliver('29:mira', { type: 'conversationUpdate', membersAdded: [{ id: who }] }, { room })
/** Somebody whom nobody has heard of yet, in a team that Drumbeat is added to. */
const joins = async (id: string, name: string) => {
  stage.teams.addUser(id, { name })
  await stage.teams.deliver('29:mira', { type: 'conversationUpdate', membersRemoved: [BOT] }, { room: stage.room.id })
  await added(stage.room.id, BOT.id)
  await looked()
}

describe('whoever is in a team that Drumbeat was added to', () => {
  it('can be chosen before they have written a word, and its channels too; programs cannot', async () => {
    stage.teams.addRoom('warehouse')
    await joins('29:new', 'Noor Haddad')

    const { people, channels } = await offered()
    expect(people).toEqual(expect.arrayContaining(['Noor Haddad', 'Mira Falkenrath']))
    expect(people).not.toContain('Drumbeat')
    expect(channels).toEqual(expect.arrayContaining(['general', 'warehouse', 'General']))
  })

  it('can be written to, in a conversation that is made for it', async () => {
    await joins('29:new', 'Noor Haddad')
    stage.teams.calls.length = 0

    await stage.post(card('Hello'), { to: { person: '29:new' } })
    await stage.post(card('Hello again'), { to: { person: '29:new' } })

    expect(stage.teams.calls).toEqual([
      'POST /v3/conversations',
      'POST /v3/conversations/a%3A29%3Anew/activities',
      'POST /v3/conversations/a%3A29%3Anew/activities',
    ])
    expect(await stage.platform.profileOf(TENANT, '29:new')).toMatchObject({ name: 'Noor Haddad', active: true })
  })

  it('stays away who has taken Drumbeat away', async () => {
    await stage.teams.deliver('29:mei', { type: 'installationUpdate', action: 'remove' })
    await joins('29:new', 'Noor Haddad')

    await expect(stage.post(card('Hello'), { to: { person: '29:mei' } })).rejects.toThrow(PersonUnreachable)
    expect((await offered()).people).not.toContain('陈梅')
  })

  it('can be chosen when they join later', async () => {
    stage.teams.addUser('29:late', { name: 'Late Comer' })
    await added(stage.room.id, '29:late')

    await expect.poll(async () => (await offered()).people).toContain('Late Comer')
  })
})

it('a channel of which Teams tells the id alone gets its name, wherever it was known without', async () => {
  const { id } = stage.teams.addRoom('warehouse')
  const channelData = { tenant: { id: TENANT }, team: { id: TEAM }, channel: { id } }
  stage.door.notices.length = 0
  await stage.teams.deliver('29:mira', { type: 'message', text: 'Hello', channelData }, { room: id })
  await looked()

  expect(stage.door.notices).toEqual([
    { platform: 'teams', installation: TENANT, kind: 'channel-renamed', channel: id, name: 'warehouse' },
  ])
  expect(await stage.platform.channelOf(TENANT, id)).toMatchObject({ name: 'warehouse' })
})

describe('looking around', () => {
  it('is done once a day for each channel and its team, however much is said there', async () => {
    const before = (await looked()).length
    for (const text of ['one', 'two', 'three']) await stage.mei.say(text)

    expect((await looked()).length).toBe(before)
    expect([...stage.teams.roster.calls].sort()).toEqual([
      '/v3/conversations/19:team@thread.tacv2/pagedmembers?pageSize=100',
      ...[1, 2, 3].map(() => '/v3/teams/19:team@thread.tacv2/conversations'),
    ])
  })

  it('ends after five pages in a company of ten thousand', async () => {
    for (let n = 0; n < 10_000; n++) stage.teams.addUser(`29:n${n}`, { name: `Nobody ${String(n).padStart(5, '0')}` })
    stage.teams.roster.calls.length = 0
    await joins('29:new', 'Noor Haddad')

    const pages = () => stage.teams.roster.calls.filter((call) => call.includes('pagedmembers'))
    await expect.poll(pages).toHaveLength(5)
    await looked()
    expect(pages()).toHaveLength(5)
  })

  it('keeps nobody waiting, even when it gets no answer', async () => {
    stage.teams.roster.isSilent = true
    await joins('29:new', 'Noor Haddad')
    stage.door.answers = () => ({ kind: 'card', card: card('Here it is') })
    const before = Date.now()
    await stage.mira.command('/standup list', 'room')

    expect((await stage.mira.privately()).at(-1)?.words).toBe('Here it is')
    expect(Date.now() - before).toBeLessThan(2_000)
  })

  it('fails into the log alone', async () => {
    stage.teams.roster.isDown = true
    await joins('29:new', 'Noor Haddad')
    await stage.mira.command('/standup new', 'room')

    expect(stage.status()).toBe(200)
    expect(stage.log.some(({ line }) => line.includes('could not be read'))).toBe(true)
    expect((await offered()).people).not.toContain('Noor Haddad')
  })
})
