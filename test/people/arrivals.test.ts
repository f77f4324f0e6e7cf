import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/database/transaction.ts'
import type { Workspace } from '../../src/database/types.ts'
import { identityOf, type Welcomed, welcome } from '../../src/people/arrivals.ts'
import type { Profile } from '../../src/platform.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { atOnce } from './at-once.ts'

const NOON = Temporal.Instant.from('2026-03-02T12:00:00Z')
const MEI: Profile = {
  externalId: 'U1',
  name: 'Mei',
  email: 'mei@example.com',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
  kind: 'person',
  active: true,
  administrator: false,
}

let house: TestDatabase
let acme: Workspace
beforeAll(async () => {
  house = await testDatabase()
})
afterAll(() => house.close())
beforeEach(async () => {
  acme = await house.db.workspace.create({ data: { name: 'Acme' } })
})

const arriveOn = (platform: string, profile: Partial<Profile>, now = NOON): Promise<Welcomed> =>
  inTransaction(house.db, (db) => welcome(db, { workspaceId: acme.id, platform, profile: { ...MEI, ...profile }, now }))
const arrive = (profile: Partial<Profile>, now = NOON): Promise<Welcomed> => arriveOn('playground', profile, now)

describe('somebody new', () => {
  it('becomes a member as the platform knows them', async () => {
    const { member, left } = await arrive({})

    expect(member).toMatchObject({ name: 'Mei', email: 'mei@example.com', timeZone: 'Asia/Shanghai', locale: 'zh-CN' })
    expect(member).toMatchObject({ kind: 'person', leftAt: null, roles: [] })
    expect(left).toBe(false)
    expect(await identityOf(house.db, acme.id, 'playground', 'U1')).toEqual(member)
  })

  it('becomes one member, however many things come in from them at once', async () => {
    const all = await atOnce(house.db, 'Identity', [() => arrive({}), () => arrive({}), () => arrive({})])

    expect(new Set(all.map(({ member }) => member.id)).size).toBe(1)
    expect(await house.db.member.count({ where: { workspaceId: acme.id } })).toBe(1)
  })

  it('becomes one member, also when they come in from two chat products at once', async () => {
    const all = await atOnce(house.db, 'Identity', [
      () => arriveOn('slack', { externalId: 'U1' }),
      () => arriveOn('teams', { externalId: '29:1', email: 'MEI@example.com' }),
      () => arriveOn('slack', { externalId: 'U2', email: 'ben@example.com' }),
    ])

    const [mei, again, ben] = all.map(({ member }) => member.id)
    expect(again).toBe(mei)
    expect(ben).not.toBe(mei)
    expect(await house.db.member.count({ where: { workspaceId: acme.id } })).toBe(2)
  })

  it('lives and reads as most people there when the platform does not tell, and in UTC where nobody is', async () => {
    const { timeZone, locale, ...untold } = MEI
    const silent = async (externalId: string, email: string) => {
      const profile = { ...untold, externalId, email }
      const arrival = { workspaceId: acme.id, platform: 'teams', profile, now: NOON }
      return (await inTransaction(house.db, (db) => welcome(db, arrival))).member
    }

    expect(await silent('1', 'a@example.com')).toMatchObject({ timeZone: 'UTC', locale: 'en' })
    for (const n of [1, 2]) await arrive({ externalId: `U${n}`, email: `u${n}@example.com` })
    await arrive({ externalId: 'bot', email: '', kind: 'bot', timeZone: 'Europe/Berlin', locale: 'en' })
    expect(await silent('2', 'b@example.com')).toMatchObject({ timeZone, locale })
  })

  it('lives as most do when the platform names a zone that does not exist, and goes on living where they do', async () => {
    const { member: alone } = await arrive({ timeZone: 'Mars/Base' })
    expect(alone.timeZone).toBe('UTC')

    await arrive({ timeZone: 'Asia/Shanghai' })
    const { member, moved } = await arrive({ timeZone: 'Mars/Base' })
    expect([member.timeZone, moved]).toEqual(['Asia/Shanghai', false])
  })

  it('stays apart from the same id in another workspace', async () => {
    const here = await arrive({})
    acme = await house.db.workspace.create({ data: { name: 'Globex' } })
    const there = await arrive({})

    expect(there.member.id).not.toBe(here.member.id)
  })
})

describe('somebody known', () => {
  it('gets the new name, kind, zone and language', async () => {
    await arrive({})

    const { member } = await arrive({ name: 'Mei Lin', kind: 'guest', timeZone: 'Europe/Berlin', locale: 'en' })

    expect(member).toMatchObject({ name: 'Mei Lin', kind: 'guest', timeZone: 'Europe/Berlin', locale: 'en' })
  })

  it('keeps the zone and language of their own choice', async () => {
    const { member } = await arrive({})
    await house.db.member.update({ where: { id: member.id }, data: { ownLocale: true, ownTimeZone: true } })

    const { member: again } = await arrive({ timeZone: 'Europe/Berlin', locale: 'en' })

    expect(again).toMatchObject({ timeZone: 'Asia/Shanghai', locale: 'zh-CN' })
  })

  it('has just left once, and is here again when the platform says so', async () => {
    await arrive({})

    const gone = await arrive({ active: false })
    const stillGone = await arrive({ active: false }, NOON.add({ hours: 1 }))
    const back = await arrive({})

    expect([gone.left, stillGone.left, back.left]).toEqual([true, false, false])
    expect(stillGone.member.leftAt).toEqual(new Date('2026-03-02T12:00:00Z'))
    expect(back.member.leftAt).toBeNull()
  })
})

describe('the first administrator', () => {
  it("is the first of the platform's own who arrives, and it is on the record", async () => {
    const { member } = await arrive({ administrator: true })

    expect(member.roles).toEqual(['admin'])
    expect(await house.db.auditEntry.findMany({ where: { workspaceId: acme.id } })).toMatchObject([
      { action: 'ops.admin-granted', subject: `member:${member.id}`, detail: { reason: 'first administrator' } },
    ])
  })

  it('is one alone when two arrive at once', async () => {
    for (const externalId of ['U1', 'U2']) await arrive({ externalId })

    await atOnce(
      house.db,
      'Member',
      ['U1', 'U2'].map((externalId) => () => arrive({ externalId, administrator: true })),
    )

    expect(await house.db.member.count({ where: { workspaceId: acme.id, roles: { has: 'admin' } } })).toBe(1)
  })

  it('is followed by the next when nobody of them is here any more', async () => {
    await arrive({ administrator: true })
    await arrive({ administrator: true, active: false })

    const { member: ben } = await arrive({ externalId: 'U2', administrator: true })

    expect(ben.roles).toEqual(['admin'])
  })

  it.each([
    ['a guest', { kind: 'guest' }],
    ['a bot', { kind: 'bot' }],
    ['somebody who has left', { active: false }],
    ['somebody else', { administrator: false }],
  ] as const)('is never %s', async (_who, profile) => {
    const { member } = await arrive({ administrator: true, ...profile })

    expect(member.roles).toEqual([])
  })
})
