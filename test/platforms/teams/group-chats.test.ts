import { afterEach, beforeEach, expect, it } from 'vitest'
import { ChannelClosed } from '../../../src/errors.ts'
import { BOT, TENANT } from '../../support/teams/fake-teams.ts'
import { openForm } from '../contract/reading.ts'
import { card } from '../contract/samples.ts'
import type { Person } from '../contract/stage.ts'
import { type Company, openCompany } from './company.ts'

let company: Company
/** Of Mira, Mei and Drumbeat; nobody has given it a name. */
let chat: string
let mira: Person
let mei: Person

beforeEach(async () => {
  company = await openCompany()
  chat = company.teams.addChat('release').id
  ;[mira, mei] = [company.person('29:mira', chat), company.person('29:mei', chat)]
  await told({ membersAdded: [BOT, { id: '29:mira' }, { id: '29:mei' }] })
})
afterEach(() => company.close())

const told = (what: object) => company.teams.deliver('29:mira', { type: 'conversationUpdate', ...what }, { room: chat })
const nobody = { person: () => undefined, channel: () => undefined, post: () => undefined }
const post = () =>
  company.platform.post({
    key: 'k',
    installation: TENANT,
    to: { channel: chat },
    card: card('Hello'),
    directory: nobody,
  })
const room = () => company.platform.channelOf(TENANT, chat)
const words = (seen: readonly { words: string }[]) => seen.map((one) => one.words).join('\n')

it('a command after a mention is answered to its author alone, in their conversation with the bot', async () => {
  await mira.command('standup list', 'room')

  expect(words(await mira.direct())).toContain('stand-up')
  expect([await mira.room(), await mei.room()]).toEqual([[], []])
})

it('goes by who is in it, and can be chosen', async () => {
  await expect.poll(room).toEqual({ externalId: chat, name: 'Mira Falkenrath, 陈梅', open: true })
  await mira.command('complaint settings')

  expect((await openForm(mira)).fields.triage?.options).toContain('Mira Falkenrath, 陈梅')
})

it('a stand-up that is set up there prompts there', async () => {
  await expect.poll(room).toMatchObject({ name: 'Mira Falkenrath, 陈梅' })
  await mira.command('standup new', 'room')
  await openForm(mira)
  await mira.submit({
    ...{ name: 'Release', channel: 'Mira Falkenrath, 陈梅', participants: ['Mira Falkenrath', '陈梅'] },
    ...{ time: '09:00', timeZone: 'Europe/Berlin' },
  })
  await company.house.advanceTo('2026-03-02T08:00:30Z')

  expect(words(await mei.room())).toContain('Release')
  await mei.press('回答')
  expect((await openForm(mei)).title).not.toBe('')
})

it('somebody who joins can be chosen', async () => {
  company.teams.addUser('29:late', { name: 'Late Comer' })
  await told({ membersAdded: [{ id: '29:late' }] })

  await expect.poll(() => company.platform.profileOf(TENANT, '29:late')).toMatchObject({ name: 'Late Comer' })
})

it('is open for those who stay when one of them leaves, and closed when the bot is taken away', async () => {
  await told({ membersRemoved: [{ id: '29:mei' }] })
  await post()
  expect(words(await mira.room())).toBe('Hello')

  await told({ membersRemoved: [BOT] })
  await expect(post()).rejects.toThrow(ChannelClosed)
  expect(await room()).toMatchObject({ open: false })
})

it('is closed when the app is removed, and open again when it is added once more', async () => {
  await company.teams.deliver('29:mira', { type: 'installationUpdate', action: 'remove' }, { room: chat })
  await expect(post()).rejects.toThrow(ChannelClosed)

  await company.teams.deliver('29:mira', { type: 'installationUpdate', action: 'add' }, { room: chat })
  await post()
  expect(words(await mira.room())).toBe('Hello')
})
