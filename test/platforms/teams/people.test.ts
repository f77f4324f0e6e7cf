import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BOT } from '../../support/teams/fake-teams.ts'
import { openForm } from '../contract/reading.ts'
import { type Company, openCompany } from './company.ts'

let company: Company
beforeEach(async () => {
  company = await openCompany()
})
afterEach(() => company.close())

const member = (name: string) => company.house.db.member.findFirstOrThrow({ where: { name } })
const userOf = (id: string) => company.teams.users.get(id) as NonNullable<ReturnType<typeof company.teams.users.get>>
const inTeam = (told: object) =>
  company.teams.deliver('29:mira', { type: 'conversationUpdate', ...told }, { room: company.general })

describe('somebody who is known', () => {
  it('lives where they are now, and is called and spoken to as they are now', async () => {
    Object.assign(userOf('29:mei'), { timeZone: 'America/New_York', locale: 'en-GB', name: 'Mei Chen' })
    await company.mei.command('ops help')

    const { id, timeZone, locale } = await member('Mei Chen')
    expect([timeZone, locale]).toEqual(['America/New_York', 'en'])
    expect(await company.house.db.identity.findMany({ where: { memberId: id } })).toHaveLength(1)
  })

  it('is prompted by the zone to which they have moved', async () => {
    await company.mira.command('standup new', 'room')
    await openForm(company.mira)
    await company.mira.submit({ name: 'Daily', participants: ['陈梅'], time: '09:00', zoneMode: 'Each member’s own' })
    expect(await company.mira.form()).toBeNull()
    const planned = async () =>
      (await company.house.db.timer.findMany({ where: { kind: 'standup.open' } })).map(({ dueAt }) =>
        dueAt.toISOString(),
      )
    const before = await planned()
    Object.assign(userOf('29:mei'), { timeZone: 'America/New_York' })
    await company.mei.command('ops help')

    expect(before).not.toEqual([])
    expect(await planned()).not.toEqual(before)
  })

  it('keeps the zone that they chose themselves', async () => {
    const { id } = await member('陈梅')
    await company.house.db.member.update({ where: { id }, data: { ownTimeZone: true } })
    Object.assign(userOf('29:mei'), { timeZone: 'America/New_York' })
    await company.mei.command('ops help')

    expect(await member('陈梅')).toMatchObject({ timeZone: 'Asia/Shanghai' })
  })

  it('is heard once more when we could not take in what was new', async () => {
    Object.assign(userOf('29:mei'), { timeZone: 'America/New_York' })
    await company.house.db
      .$executeRaw`ALTER TABLE "Member" ADD CONSTRAINT "full" CHECK ("timeZone" <> 'America/New_York')`
    const refused = await company.teams.say('29:mei', { text: 'ops help' })
    await company.house.db.$executeRaw`ALTER TABLE "Member" DROP CONSTRAINT "full"`
    await company.teams.say('29:mei', { text: 'ops help' })

    expect(refused.status).toBe(500)
    expect(await member('陈梅')).toMatchObject({ timeZone: 'America/New_York' })
  })
})

describe('somebody whom nobody has heard a word from', () => {
  const seen = async (...people: { id: string; name: string; locale?: string; timeZone?: string }[]) => {
    for (const { id, ...about } of people) company.teams.addUser(id, about)
    await inTeam({ membersRemoved: [BOT] })
    await inTeam({ membersAdded: [BOT] })
    for (const { id } of people)
      await expect.poll(() => company.house.db.teamsPlace.count({ where: { externalId: id } })).toBe(1)
  }

  it('lives, and is spoken to, as most of the company until they write', async () => {
    company.teams.addUser('29:lin', { name: '林', locale: 'zh-CN', timeZone: 'Asia/Shanghai' })
    await company.teams.say('29:lin', { text: 'ops help' })
    await seen({ id: '29:noor', name: 'Noor Haddad', locale: 'en-US', timeZone: 'Asia/Dubai' })

    expect(await company.platform.profileOf('', '29:noor')).not.toHaveProperty('timeZone')
    await company.mira.command('standup new', 'room')
    await openForm(company.mira)
    await company.mira.submit({ name: 'Daily', participants: ['Noor Haddad'], time: '09:00' })
    expect(await member('Noor Haddad')).toMatchObject({ timeZone: 'Asia/Shanghai', locale: 'zh-CN' })
    await company.teams.say('29:noor', { text: 'ops help' })
    expect(await member('Noor Haddad')).toMatchObject({ timeZone: 'Asia/Dubai', locale: 'en' })
  })
})

describe('whoever is taken out of a team', () => {
  const removed = (id: string) => inTeam({ membersRemoved: [{ id }] })
  /** Whom a form offers. */
  const offered = async () => {
    await company.mira.command('standup new', 'room')
    return (await openForm(company.mira)).fields.participants?.options
  }
  const here = async (name: string) => (await member(name)).leftAt === null

  it('stays where they have not left the company', async () => {
    await removed('29:mei')

    expect(await here('陈梅')).toBe(true)
  })

  it('is gone where Teams knows nobody of that name any more, and is back when they are added again', async () => {
    userOf('29:mei').hasLeft = true
    await removed('29:mei')
    const [gone, choices] = [await here('陈梅'), await offered()]
    userOf('29:mei').hasLeft = false
    await inTeam({ membersAdded: [{ id: '29:mei' }] })

    expect([gone, choices]).toEqual([false, ['Mira Falkenrath']])
    await expect.poll(() => here('陈梅')).toBe(true)
    expect(await offered()).toEqual(['Mira Falkenrath', '陈梅'])
  })

  it('stays where Teams does not let us ask', async () => {
    company.teams.refusals.push({ status: 403, code: 'BotNotInConversationRoster' })
    const { status } = await removed('29:mei')

    expect([status, await here('陈梅')]).toEqual([200, true])
  })

  it('is asked about once more where Teams could not say it', async () => {
    userOf('29:mei').hasLeft = true
    company.teams.refusals.push({ status: 502, code: 'BadGateway' })
    const first = await removed('29:mei')

    expect([first.status, await here('陈梅')]).toEqual([500, true])
    await removed('29:mei')
    expect(await here('陈梅')).toBe(false)
  })

  it('is nobody new', async () => {
    company.teams.addUser('29:noor', { name: 'Noor Haddad' })
    await removed('29:noor')

    expect(await company.house.db.member.count({ where: { name: 'Noor Haddad' } })).toBe(0)
  })
})

it.each(['The sensors arrive broken', 'ops help'])('a program that says “%s” in a channel is nobody', async (text) => {
  company.teams.users.set('28:news', { ...userOf('29:mira'), id: '28:news', name: 'News' })
  const sent = await company.teams.say('28:news', { text, room: company.general })

  expect(sent.status).toBe(200)
  expect(await company.house.db.teamsPlace.count({ where: { externalId: '28:news' } })).toBe(0)
  expect(await company.house.db.member.count({ where: { name: 'News' } })).toBe(0)
})

it('whoever takes Drumbeat away is still there, though nothing can be said to them', async () => {
  await company.teams.deliver('29:mei', { type: 'installationUpdate', action: 'remove' })

  expect(await company.platform.profileOf('', '29:mei')).toMatchObject({ name: '陈梅', active: true })
})
