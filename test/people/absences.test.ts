import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db, Member } from '../../src/database/types.ts'
import { awayOn, endAbsence, leaveOf, presentOrNextAbsence, recordAbsence } from '../../src/people/absences.ts'
import { memberZoneToday } from '../../src/people/members.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

const MONDAY = Temporal.PlainDate.from('2026-03-02')
const day = (number: number) => MONDAY.add({ days: number })

let house: TestDatabase
let db: Db
let mei: Member
let workspaceId: string
beforeAll(async () => {
  house = await testDatabase()
  db = house.db
  workspaceId = (await db.workspace.create({ data: { name: 'Acme' } })).id
})
afterAll(() => house.close())
beforeEach(async () => {
  mei = await db.member.create({ data: { workspaceId, name: 'Mei', timeZone: 'Asia/Shanghai', locale: 'zh-CN' } })
})

const all = async () => {
  const rows = await db.absence.findMany({ where: { memberId: mei.id }, orderBy: { fromDate: 'asc' } })
  return rows.map(leaveOf).map(({ from, to }) => `${from} ${to}`)
}

describe('an absence', () => {
  it('covers its first and its last day and no other', async () => {
    await recordAbsence(db, mei, { from: day(0), to: day(2) })

    const days = await Promise.all(
      [-1, 0, 2, 3].map(async (number) => (await awayOn(db, [mei.id], day(number))).has(mei.id)),
    )

    expect(days).toEqual([false, true, true, false])
  })

  it('is found among many people by who is away', async () => {
    const ben = await db.member.create({ data: { workspaceId, name: 'Ben', timeZone: 'UTC', locale: 'en' } })
    await recordAbsence(db, mei, { from: day(0), to: day(0), backupId: ben.id })

    const away = await awayOn(db, [mei.id, ben.id], day(0))

    expect([...away.keys()]).toEqual([mei.id])
    expect(away.get(mei.id)?.backupId).toBe(ben.id)
  })

  it('becomes one with those that it overlaps, and the newer backup counts', async () => {
    await recordAbsence(db, mei, { from: day(0), to: day(3), backupId: 'ben' })
    await recordAbsence(db, mei, { from: day(6), to: day(8) })

    const whole = await recordAbsence(db, mei, { from: day(2), to: day(6), backupId: 'ada' })

    expect(whole).toMatchObject({ from: day(0), to: day(8), backupId: 'ada' })
    expect(await all()).toEqual(['2026-03-02 2026-03-10'])
  })

  it('stays apart from one that only follows it', async () => {
    await recordAbsence(db, mei, { from: day(0), to: day(1), backupId: 'ben' })
    await recordAbsence(db, mei, { from: day(2), to: day(3) })

    expect(await all()).toHaveLength(2)
  })

  it('covers the same days however they were told', async () => {
    const leave = fc.tuple(fc.nat(20), fc.nat(5)).map(([from, length]) => ({ from: day(from), to: day(from + length) }))
    await fc.assert(
      fc.asyncProperty(fc.array(leave, { minLength: 1, maxLength: 6 }), async (leaves) => {
        await db.absence.deleteMany({ where: { memberId: mei.id } })
        for (const each of leaves) await recordAbsence(db, mei, each)

        const rows = (await db.absence.findMany({ where: { memberId: mei.id } })).map(leaveOf)
        const covering = (date: Temporal.PlainDate) => (one: { from: Temporal.PlainDate; to: Temporal.PlainDate }) =>
          Temporal.PlainDate.compare(one.from, date) <= 0 && Temporal.PlainDate.compare(date, one.to) <= 0
        for (let number = 0; number <= 26; number++) {
          const told = leaves.some(covering(day(number)))
          expect(rows.filter(covering(day(number)))).toHaveLength(told ? 1 : 0)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('coming back', () => {
  it('keeps the days that were', async () => {
    await recordAbsence(db, mei, { from: day(0), to: day(10) })
    const absence = await presentOrNextAbsence(db, mei, day(4))

    await endAbsence(db, absence!, day(4))

    expect(await all()).toEqual(['2026-03-02 2026-03-05'])
  })

  it.each([
    ['on the first day', 0],
    ['before it', -3],
  ])('leaves nothing %s', async (_when, here) => {
    await recordAbsence(db, mei, { from: day(0), to: day(10) })
    const absence = await presentOrNextAbsence(db, mei, day(here))

    await endAbsence(db, absence!, day(here))

    expect(await all()).toEqual([])
  })
})

describe('today', () => {
  it("is the date in the member's own zone", () => {
    const evening = Temporal.Instant.from('2026-03-02T20:00:00Z')

    expect(memberZoneToday(mei, evening).toString()).toBe('2026-03-03')
  })
})
