import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WorkingHours } from '../../../../src/calendar/working-time.ts'
import { replanClocks } from '../../../../src/flows/complaint/clocks/replan.ts'
import { changeSettings } from '../../../../src/flows/complaint/store/settings.ts'
import { act } from '../../../../src/world.ts'
import type { House } from '../../../support/house.ts'
import { fileOne, openOffice, refOf, saidIn, storyOf } from '../office.ts'

const HOURS: WorkingHours = {
  timeZone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  spans: [{ start: '08:00', end: '17:00' }],
  holidays: null,
}
const MORNINGS = { ...HOURS, spans: [{ start: '08:00', end: '12:00' }] }

let house: House

beforeEach(async () => {
  house = await openOffice()
  await changeSettings(house.db, house.workspace.id, { calendar: HOURS })
  await house.db.complaintTarget.create({
    data: { workspaceId: house.workspace.id, kind: 'reply', severity: 3, minutes: 12 * 60, time: 'working' },
  })
})
afterEach(() => house.close())

const edit = (calendar: WorkingHours) =>
  act(house.world, house.workspace, async (ctx) => {
    await changeSettings(ctx.db, ctx.workspace.id, { calendar })
    await replanClocks(ctx)
  })
const replyOf = (complaintId: string) =>
  house.db.complaintClock.findFirstOrThrow({
    where: { complaintId, kind: 'reply' },
    include: { ledger: { orderBy: { id: 'asc' } } },
  })

describe('new working hours', () => {
  it('move what is due in working time from then on, and keep the promise on record', async () => {
    const complaint = await fileOne(house)
    expect((await replyOf(complaint.id)).dueAt.toISOString()).toBe('2026-03-03T11:00:00.000Z')
    await house.advanceTo('2026-03-02T14:00:00Z')

    await edit(MORNINGS)

    // Six hours of twelve were used on Monday; four more pass on Tuesday and two on Wednesday.
    const clock = await replyOf(complaint.id)
    expect(clock.dueAt.toISOString()).toBe('2026-03-04T09:00:00.000Z')
    expect(clock.promisedAt.toISOString()).toBe('2026-03-03T11:00:00.000Z')
    expect(clock.ledger.map(({ event }) => event)).toEqual(['started', 'replanned'])
    expect(await storyOf(house, complaint)).toEqual(['filed', 'replanned'])
    const timer = await house.db.timer.findFirst({ where: { kind: 'complaint.breach', subject: clock.id } })
    expect(timer?.dueAt.toISOString()).toBe('2026-03-04T09:00:00.000Z')
    expect(saidIn(await house.as('ben').command(`/complaint clock ${refOf(complaint)}`))).toContain(
      '12 h working to reply: 6 h used; 6 h left; due Wed, 4 Mar 2026, 10:00, first promised Tue, 3 Mar 2026, 12:00.',
    )
  })

  it('leave alone what is over, what is counted in calendar time, and what is the same', async () => {
    const complaint = await fileOne(house)
    const other = await fileOne(house, { severity: 4 })
    await house.advanceTo('2026-03-02T14:00:00Z')

    await edit(MORNINGS)
    await edit(MORNINGS)

    expect((await replyOf(complaint.id)).ledger).toHaveLength(2)
    expect((await replyOf(other.id)).ledger).toHaveLength(1)
    expect(await storyOf(house, other)).toEqual(['filed'])
  })

  it('do not move what is paused before it runs on, nor make unlate what is late', async () => {
    const paused = await fileOne(house)
    await house.as('ben').command(`/complaint pause ${refOf(paused)} waiting`)
    const late = await fileOne(house)
    await house.advanceTo('2026-03-03T12:00:00Z')

    await edit(MORNINGS)

    const clock = await replyOf(late.id)
    expect(clock.breachedAt?.toISOString()).toBe('2026-03-03T11:00:00.000Z')
    expect(await storyOf(house, late)).not.toContain('replanned')
    expect((await replyOf(paused.id)).state).toBe('paused')
    await house.as('ben').command(`/complaint resume ${refOf(paused)}`)
    // Tuesday is over at noon; twelve hours are three mornings.
    expect((await replyOf(paused.id)).dueAt.toISOString()).toBe('2026-03-06T11:00:00.000Z')
  })

  it('reach all of many complaints, some at a time, and the newest hours when edited again meanwhile', {
    timeout: 60_000,
  }, async () => {
    const { id, ...row } = await house.db.complaint.findUniqueOrThrow({ where: { id: (await fileOne(house)).id } })
    const numbers = Array.from({ length: 79 }, (_, more) => row.number + 1 + more)
    await house.db.complaint.createMany({ data: numbers.map((number) => ({ ...row, number, channelId: null })) })
    await house.db.$executeRaw`
      WITH clock AS (
        INSERT INTO "ComplaintClock" ("id", "workspaceId", "complaintId", "kind", "startedAt", "promisedAt", "dueAt")
        SELECT gen_random_uuid(), c."workspaceId", c."id", 'reply', k."startedAt", k."promisedAt", k."dueAt"
        FROM "Complaint" c, "ComplaintClock" k WHERE k."complaintId" = ${id} AND k."kind" = 'reply' AND c."id" <> ${id}
        RETURNING "id")
      INSERT INTO "ComplaintClockEntry" ("clockId", "at", "event", "minutes", "time", "calendar", "dueAt")
      SELECT clock."id", e."at", e."event", e."minutes", e."time", e."calendar", e."dueAt"
      FROM clock, "ComplaintClockEntry" e WHERE e."time" = 'working'`
    const calendars = async () => {
      const rows = await house.db.$queryRaw<{ spans: string; count: bigint }[]>`
        SELECT e."calendar"->'spans'->0->>'end' AS "spans", count(*) AS "count" FROM "ComplaintClockEntry" e
        WHERE e."time" = 'working' AND e."id" = (SELECT max("id") FROM "ComplaintClockEntry" WHERE "clockId" = e."clockId")
        GROUP BY 1 ORDER BY 1`
      return rows.map(({ spans, count }) => `${spans} ${count}`)
    }

    await edit(MORNINGS)
    expect(await calendars()).toEqual(['17:00 80'])
    await house.wake()
    expect(await calendars()).toEqual(['12:00 50', '17:00 30'])
    await edit({ ...HOURS, spans: [{ start: '08:00', end: '15:00' }] })
    await house.advanceTo('2026-03-02T08:00:00Z')

    expect(await calendars()).toEqual(['15:00 80'])
    expect(await house.db.complaintEntry.count({ where: { kind: 'replanned' } })).toBe(130)
    expect(house.inChannel('triage').length).toBeLessThan(5)
  })
})
