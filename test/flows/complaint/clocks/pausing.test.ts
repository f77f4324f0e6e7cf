import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { meetClock, restartReply } from '../../../../src/flows/complaint/clocks/clockwork.ts'
import { type Complaint, lockComplaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { acting, fileOne, openOffice, refOf, saidIn, storyOf, toldTo } from '../office.ts'

let house: House
let complaint: Complaint

beforeEach(async () => {
  house = await openOffice()
  complaint = await fileOne(house)
})
afterEach(() => house.close())

const C = () => refOf(complaint)
const type = async (who: string, typed: string) => saidIn(await house.as(who).command(typed))
const states = async () =>
  (await house.db.complaintClock.findMany({ where: { complaintId: complaint.id }, orderBy: { kind: 'asc' } })).map(
    ({ kind, state, dueAt }) => `${kind} ${state} ${dueAt.toISOString()}`,
  )

describe('/complaint pause', () => {
  it('stops both clocks with the reason, and /complaint resume lets them run on, due that much later', async () => {
    await house.advanceTo('2026-03-02T10:00:00Z')
    expect(await type('ben', `/complaint pause ${C()} waiting for the invoice of the customer`)).toContain(
      `The clocks of ${C()} are paused: no time passes until you resume them.`,
    )
    await house.advanceTo('2026-03-05T10:00:00Z')
    expect(await states()).toEqual([
      'acknowledge paused 2026-03-03T08:00:00.000Z',
      'reply paused 2026-03-04T08:00:00.000Z',
    ])

    const said = await type('ben', `/complaint resume ${C()}`)

    expect(said).toContain(`The clocks of ${C()} run on.`)
    expect(said).toContain('24 h to acknowledge: due Fri, 6 Mar 2026, 09:00')
    expect(await states()).toEqual([
      'acknowledge running 2026-03-06T08:00:00.000Z',
      'reply running 2026-03-07T08:00:00.000Z',
    ])
    expect(await storyOf(house, complaint)).toEqual(['filed', 'paused', 'resumed'])
    await house.advanceTo('2026-03-06T08:00:00Z')
    expect(toldTo(house, 'ben', 'is not acknowledged in time')).toHaveLength(1)
  })

  it('asks for the reason by a form where none is given', async () => {
    const form = formOf(await house.as('ben').command(`/complaint pause ${C()}`))

    expect(Object.keys(errorsOf(await house.as('ben').submit(form, { reason: '  ' })))).toEqual(['reason'])
    const paused = cardOf(await house.as('ben').submit(form, { reason: 'Waiting for the invoice' }))

    expect((await states())[0]).toContain('acknowledge paused')
    expect(saidIn(await house.as('ben').press(paused, 'Resume'))).toContain('run on')
    const entry = await house.db.complaintEntry.findFirst({ where: { complaintId: complaint.id, kind: 'paused' } })
    expect(entry?.text).toBe('Waiting for the invoice')
  })

  it('says since when and why it is paused already', async () => {
    await house.as('ben').command(`/complaint pause ${C()} waiting for the invoice`)
    await house.advanceTo('2026-03-02T12:00:00Z')

    const said = await type('mei', `/complaint pause ${C()} me too`)

    expect(said).toContain('has been paused since Mon, 2 Mar 2026, 09:00: waiting for the invoice')
    expect(await storyOf(house, complaint)).toEqual(['filed', 'paused'])
  })

  it('is for the owner and administrators', async () => {
    expect(await type('ana', `/complaint pause ${C()} because`)).toContain('Ben')
    expect(await type('ana', `/complaint resume ${C()}`)).toContain('Ben')
    expect((await states())[0]).toContain('running')

    expect(await type('mei', `/complaint 暂停 ${C()} 等待客户补充资料`)).toContain('are paused')
    expect(await type('mei', `/complaint 恢复 ${C()}`)).toContain('run on')
  })

  it('pauses what still runs when the rest is done, and says when nothing runs any more', async () => {
    const ben = await house.member('ben')
    const done = (kind: 'acknowledge' | 'reply') =>
      acting(house, ben, async (ctx) =>
        meetClock(ctx, (await lockComplaint(ctx.db, house.workspace.id, complaint.id))!, kind),
      )
    await done('acknowledge')
    await house.as('ben').command(`/complaint pause ${C()} waiting`)
    expect((await states()).map((state) => state.split(' ')[1])).toEqual(['met', 'paused'])

    await done('reply')
    expect(await type('ben', `/complaint pause ${C()} waiting`)).toContain('No clock')
    expect(await type('ben', `/complaint resume ${C()}`)).toContain('are not paused')
  })

  it('does not stop an escalation that has begun, and says so', async () => {
    await house.advanceTo('2026-03-03T08:05:00Z')

    expect(await type('ben', `/complaint pause ${C()} waiting for the customer`)).toContain(
      'The escalation that has begun goes on',
    )

    await house.advanceTo('2026-03-06T08:00:00Z')
    expect(toldTo(house, 'kai', 'is not acknowledged in time')).not.toEqual([])
    expect(toldTo(house, 'ben', 'is not replied to in time')).toEqual([])
    await house.as('ben').command(`/complaint resume ${C()}`)
    expect((await states())[0]).toContain('acknowledge running 2026-03-03T08:00:00.000Z')
  })

  it('refuses a reason that is too long to be read', async () => {
    expect(await type('ben', `/complaint pause ${C()} ${'x'.repeat(1_200)}`)).toContain('at most 1000 characters')
    expect((await states())[0]).toContain('running')
  })
})

describe('/complaint clock', () => {
  it('prints the arithmetic of every clock and every round, in the reader’s language and zone', async () => {
    await house.advanceTo('2026-03-02T12:00:00Z')
    await house.as('ben').command(`/complaint pause ${C()} waiting for the customer`)
    await house.advanceTo('2026-03-02T19:50:00Z')
    await house.as('ben').command(`/complaint resume ${C()}`)
    await house.advanceTo('2026-03-03T08:00:00Z')

    const english = await type('ana', `/complaint clock ${C()}`)
    const chinese = await type('li', `/complaint 计时 ${C()}`)

    expect(english).toContain(
      '24 h to acknowledge: 16 h 10 min used, paused 7 h 50 min: waiting for the customer; 7 h 50 min left; due Tue, 3 Mar 2026, 16:50, first promised Tue, 3 Mar 2026, 09:00.',
    )
    expect(english).toContain('Mon, 2 Mar 2026, 13:00: paused by Ben: waiting for the customer')
    expect(chinese).toContain(
      '受理时限 24 小时：已用 16 小时 10 分钟，暂停 7 小时 50 分钟（waiting for the customer）；剩余 7 小时 50 分钟；应于 2026年3月3日（周二）23:50 前完成，最初承诺 2026年3月3日（周二）16:00。',
    )
    expect(chinese).toContain('2026年3月2日（周一）20:00：Ben 暂停计时：waiting for the customer')
  })

  it('shows what was late, met, and given again', async () => {
    await house.advanceTo('2026-03-04T09:00:00Z')
    await acting(house, await house.member('ben'), async (ctx) => {
      const held = (await lockComplaint(ctx.db, house.workspace.id, complaint.id))!
      await meetClock(ctx, held, 'acknowledge')
      await meetClock(ctx, held, 'reply')
      await restartReply(ctx, held)
    })

    const said = await type('ana', `/complaint clock ${C()}`)

    expect(said).toContain(
      '24 h to acknowledge: 49 h used; done Wed, 4 Mar 2026, 10:00, late (due Tue, 3 Mar 2026, 09:00).',
    )
    expect(said).toContain('Tue, 3 Mar 2026, 09:00: time was up')
    expect(said).toContain('48 h to reply, round 2: 0 min used; 48 h left; due Fri, 6 Mar 2026, 10:00.')
  })
})
