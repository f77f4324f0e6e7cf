import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agenda } from '../../../../src/agenda.ts'
import {
  meetClock,
  reassignClocks,
  restartReply,
  retargetClocks,
  stopClocks,
} from '../../../../src/flows/complaint/clocks/clockwork.ts'
import type { ClockKind } from '../../../../src/flows/complaint/rules/targets.ts'
import { changeComplaint, lockComplaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { fire } from '../../../../src/timers/fire.ts'
import type { House } from '../../../support/house.ts'
import { acting, fileOne, nowOf, openOffice, refOf, storyOf, toldTo } from '../office.ts'

let house: House

beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

/** A deed of Ben's about the complaint, which he holds. */
async function doing(
  id: string,
  deed: (...held: Parameters<typeof retargetClocks>) => Promise<void>,
  severity?: 1 | 3,
) {
  await acting(house, await house.member('ben'), async (ctx) => {
    const held = (await lockComplaint(ctx.db, house.workspace.id, id))!
    await deed(ctx, severity ? await changeComplaint(ctx.db, held, { severity }) : held)
  })
  await house.settle()
}
const meet = (id: string, kind: ClockKind) => doing(id, (ctx, held) => meetClock(ctx, held, kind))

const clockOf = (complaintId: string, kind: ClockKind, round = 1) =>
  house.db.complaintClock.findUniqueOrThrow({ where: { complaintId_kind_round: { complaintId, kind, round } } })
const timersOf = async (clockId: string) =>
  (
    await house.db.timer.findMany({
      where: { subject: clockId, firedAt: null, cancelledAt: null },
      orderBy: { dueAt: 'asc' },
    })
  ).map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`)
const ledgerOf = async (clockId: string) =>
  (await house.db.complaintClockEntry.findMany({ where: { clockId }, orderBy: { id: 'asc' } })).map(
    ({ event, at }) => `${at.toISOString()} ${event}`,
  )
const walkOf = (subject: string) => house.db.escalation.findFirst({ where: { flow: 'complaint', subject } })
const escalatedTo = (who: string) => toldTo(house, who, 'in time')

describe('a complaint that is filed', () => {
  it('has a day until it is acknowledged and two until the customer is replied to, with a warning for both', async () => {
    const { id } = await fileOne(house)

    const [acknowledge, reply] = [await clockOf(id, 'acknowledge'), await clockOf(id, 'reply')]

    expect(await timersOf(acknowledge.id)).toEqual([
      'complaint.warn 2026-03-03T02:00:00.000Z',
      'complaint.breach 2026-03-03T08:00:00.000Z',
    ])
    expect(await timersOf(reply.id)).toEqual([
      'complaint.warn 2026-03-03T20:00:00.000Z',
      'complaint.breach 2026-03-04T08:00:00.000Z',
    ])
  })

  it('says of each line of what is coming which of its clocks that is', async () => {
    const complaint = await fileOne(house)
    const coming = async (locale: 'en' | 'zh-CN') =>
      (await agenda(house.world, locale)).map(({ what }) => what).filter((what) => what.includes(refOf(complaint)))

    expect(await coming('en')).toEqual([
      `${refOf(complaint)}: warning that the time to acknowledge runs out`,
      `${refOf(complaint)}: the time to acknowledge is up`,
      `${refOf(complaint)}: warning that the time to reply runs out`,
      `${refOf(complaint)}: the time to reply is up`,
    ])
    expect(await coming('zh-CN')).toContain(`${refOf(complaint)}：回复时限到期`)
    await house.db.timer.updateMany({ data: { payload: {} } })
    expect(await coming('en')).toContain(`${refOf(complaint)}: time is up`)
  })

  it('warns its owner once at three quarters, and when the time is up walks up the chain from the owner', async () => {
    const complaint = await fileOne(house, { what: 'x'.repeat(400) })

    await house.advanceTo('2026-03-03T02:00:00Z')
    const [warning] = toldTo(house, 'ben', 'left to')
    expect(warning).toContain(`6 h left to acknowledge ${refOf(complaint)}`)
    expect(warning).toContain('Tue, 3 Mar 2026, 09:00')
    expect(escalatedTo('ben')).toEqual([])

    await house.advanceTo('2026-03-03T08:00:00Z')
    expect(toldTo(house, 'ben', 'left to')).toHaveLength(1)
    const [escalated] = escalatedTo('ben')
    expect(escalated).toContain(`${refOf(complaint)} is not acknowledged in time`)
    expect(escalated).toContain('S3 ordinary')
    expect(escalated).toContain(`${'x'.repeat(299)}…`)
    expect(escalated).toContain('[Show]')
    const { id, breachedAt, warnedAt } = await clockOf(complaint.id, 'acknowledge')
    expect([breachedAt?.toISOString(), warnedAt?.toISOString()]).toEqual([
      '2026-03-03T08:00:00.000Z',
      '2026-03-03T02:00:00.000Z',
    ])
    expect(await ledgerOf(id)).toEqual(['2026-03-02T08:00:00.000Z started', '2026-03-03T08:00:00.000Z breached'])
    expect((await storyOf(house, complaint)).slice(1)).toEqual(['warned', 'breached'])
  })

  it('says of a confidential one no more than its reference and severity', async () => {
    const complaint = await fileOne(house, { confidential: true, what: 'A secret that nobody may read.' })

    await house.advanceTo('2026-03-03T09:00:00Z')

    const said = [...toldTo(house, 'ben', 'left to'), ...escalatedTo('ben'), ...escalatedTo('kai')]
    expect(said.length).toBeGreaterThan(2)
    for (const words of said) {
      expect(words).toContain(refOf(complaint))
      expect(words).not.toContain('secret')
    }
  })

  it('tells whoever stands in as well while the owner is away, and nobody whom it is about', async () => {
    await fileOne(house)
    await house.as('ben').command('/ops away 2026-03-03 2026-03-05')
    await house.advanceTo('2026-03-03T02:00:00Z')
    expect(toldTo(house, 'ben', 'left to')).toHaveLength(1)
    expect(toldTo(house, 'lin', 'The owner is away')).toHaveLength(1)

    const about = await fileOne(house, { named: ['lin'] })
    await house.db.complaint.update({ where: { id: about.id }, data: { ownerId: (await house.member('ben')).id } })
    await house.advanceTo('2026-03-04T02:00:00Z')
    expect(toldTo(house, 'lin', refOf(about))).toEqual([])
    expect(toldTo(house, 'kai', `acknowledge ${refOf(about)}`)).toHaveLength(1)
  })
})

describe('what was promised', () => {
  it('is met in time: nobody hears of it any more', async () => {
    const { id } = await fileOne(house)
    house.sleepUntil('2026-03-02T09:00:00Z')

    await meet(id, 'acknowledge')

    const { state, id: clockId } = await clockOf(id, 'acknowledge')
    expect([state, await timersOf(clockId)]).toEqual(['met', []])
    await house.advanceTo('2026-03-03T12:00:00Z')
    expect(escalatedTo('ben')).toEqual([])
  })

  it('is met late: it stays late, and the walk about it ends', async () => {
    const { id } = await fileOne(house)
    await house.advanceTo('2026-03-03T08:10:00Z')

    await meet(id, 'acknowledge')

    const clock = await clockOf(id, 'acknowledge')
    expect([clock.state, clock.breachedAt?.toISOString()]).toEqual(['met', '2026-03-03T08:00:00.000Z'])
    expect(await walkOf(`${id}/acknowledge/1`)).toMatchObject({ state: 'resolved' })
    await house.advanceTo('2026-03-03T12:00:00Z')
    expect(escalatedTo('kai')).toEqual([])
  })

  it('was late before anybody noted it: it is told, and escalated to nobody when it is met by then', async () => {
    const { id } = await fileOne(house)
    house.sleepUntil('2026-03-03T11:00:00Z')
    await meet(id, 'acknowledge')

    await house.wake()

    const clock = await clockOf(id, 'acknowledge')
    expect(await ledgerOf(clock.id)).toEqual([
      '2026-03-02T08:00:00.000Z started',
      '2026-03-03T08:00:00.000Z breached',
      '2026-03-03T11:00:00.000Z met',
    ])
    expect((await storyOf(house, { id })).filter((kind) => kind === 'breached')).toHaveLength(1)
    expect(await walkOf(`${id}/acknowledge/1`)).toBeNull()
  })

  it('ends with a complaint that ends: nobody waits, and walks stop', async () => {
    const { id } = await fileOne(house)
    await house.advanceTo('2026-03-03T08:10:00Z')

    await doing(id, (ctx, held) => stopClocks(ctx, held, 'withdrawn'))

    expect((await clockOf(id, 'reply')).state).toBe('stopped')
    expect(await walkOf(`${id}/acknowledge/1`)).toMatchObject({ state: 'resolved' })
    await house.advanceTo('2026-03-06T08:00:00Z')
    expect((await clockOf(id, 'reply')).breachedAt).toBeNull()
  })

  it('is given again when the complaint is reopened', async () => {
    const { id } = await fileOne(house)
    await meet(id, 'reply')
    house.sleepUntil('2026-03-05T08:00:00Z')

    await doing(id, restartReply)

    const again = await clockOf(id, 'reply', 2)
    expect([again.state, again.promisedAt.toISOString()]).toEqual(['running', '2026-03-07T08:00:00.000Z'])
    await doing(id, restartReply)
    expect(await house.db.complaintClock.count({ where: { complaintId: id } })).toBe(3)
  })
})

describe('after an outage', () => {
  it('no warning comes of what is late already, and it is late since it was due', async () => {
    const { id } = await fileOne(house)
    house.sleepUntil('2026-03-03T10:05:00Z')

    await house.wake()
    await house.wake()

    expect(toldTo(house, 'ben', 'left to acknowledge')).toEqual([])
    expect(escalatedTo('ben')[0]).toContain('It was 2 h 5 min late when this began.')
    expect(await ledgerOf((await clockOf(id, 'acknowledge')).id)).toContain('2026-03-03T08:00:00.000Z breached')
  })

  it('a timer that fires twice changes nothing', async () => {
    const complaint = await fileOne(house)
    await house.advanceTo('2026-03-03T08:00:00Z')
    const before = await storyOf(house, complaint)
    const messages = house.directTo('ben').length

    for (const kind of ['complaint.warn', 'complaint.breach']) {
      const clock = await clockOf(complaint.id, 'acknowledge')
      await house.db.timer.updateMany({
        where: { kind, subject: clock.id },
        data: { firedAt: null, cancelledAt: null },
      })
      const { id } = await house.db.timer.findFirstOrThrow({ where: { kind, subject: clock.id } })
      const now = house.now().toString()
      await fire(house.world, { workspaceId: house.workspace.id, now, ids: [String(id)] })
    }
    await house.settle()

    expect(await storyOf(house, complaint)).toEqual(before)
    expect(house.directTo('ben')).toHaveLength(messages)
  })
})

describe('another severity', () => {
  it('makes it late at once when its time is over by the shorter clock', async () => {
    const { id } = await fileOne(house)
    await house.advanceTo('2026-03-02T14:00:00Z')

    await doing(id, retargetClocks, 1)
    await house.wake()

    const clock = await clockOf(id, 'reply')
    expect(await ledgerOf(clock.id)).toEqual([
      '2026-03-02T08:00:00.000Z started',
      '2026-03-02T14:00:00.000Z retargeted',
      '2026-03-02T14:00:00.000Z breached',
    ])
    expect(clock.promisedAt.toISOString()).toBe('2026-03-04T08:00:00.000Z')
    expect(await walkOf(`${id}/reply/1`)).toMatchObject({ state: 'open' })
  })

  it('gives more time, and never takes back that it was late', async () => {
    const { id } = await fileOne(house, { severity: 1 })
    await house.advanceTo('2026-03-02T13:00:00Z')

    await doing(id, retargetClocks, 3)

    const clock = await clockOf(id, 'reply')
    expect([clock.breachedAt?.toISOString(), clock.dueAt.toISOString()]).toEqual([
      '2026-03-02T12:00:00.000Z',
      '2026-03-04T08:00:00.000Z',
    ])
    expect(await timersOf(clock.id)).toEqual([])
    expect(await walkOf(`${id}/reply/1`)).toMatchObject({ state: 'open' })
  })

  it('is another promise, of which the owner is warned anew', async () => {
    const { id } = await fileOne(house, { severity: 1 })
    await house.advanceTo('2026-03-02T11:30:00Z')
    expect(toldTo(house, 'ben', 'left to reply')).toHaveLength(1)

    await doing(id, retargetClocks, 3)
    await house.advanceTo('2026-03-03T20:00:00Z')

    expect(toldTo(house, 'ben', 'left to reply')).toHaveLength(2)
  })
})

describe('another owner', () => {
  it('has the walk from then on', async () => {
    const complaint = await fileOne(house)
    await house.advanceTo('2026-03-03T08:00:00Z')
    const lin = await house.member('lin')
    await house.db.complaint.update({ where: { id: complaint.id }, data: { ownerId: lin.id } })

    await doing(complaint.id, reassignClocks)

    expect(await walkOf(`${complaint.id}/acknowledge/1`)).toMatchObject({ ownerId: lin.id, state: 'open' })
    expect((await nowOf(house, complaint)).ownerId).toBe(lin.id)
  })
})

describe('the ledger', () => {
  it('is only ever added to', async () => {
    const { id } = await fileOne(house)
    const { id: clockId } = await clockOf(id, 'reply')

    await expect(house.db.complaintClockEntry.updateMany({ where: { clockId }, data: { minutes: 1 } })).rejects.toThrow(
      /append-only/,
    )
  })

  it('draws the escalation in Chinese for whoever reads it', async () => {
    const li = await house.member('li')
    const complaint = await fileOne(house)
    await house.db.complaint.update({ where: { id: complaint.id }, data: { ownerId: li.id } })

    await house.advanceTo('2026-03-03T08:00:00Z')

    expect(toldTo(house, 'li', `${refOf(complaint)} 的受理时限还剩 6 小时`)).toHaveLength(1)
    expect(toldTo(house, 'li', `${refOf(complaint)} 未按时受理`)).toHaveLength(1)
  })
})
