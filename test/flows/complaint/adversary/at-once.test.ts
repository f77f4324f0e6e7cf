import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../../../src/chat/card.ts'
import { cardOf, formOf, type House } from '../../../support/house.ts'
import { acting, fileOne, nowOf, openOffice, storyOf } from '../office.ts'
import { bring, say } from '../path/along.ts'
import { pageAt } from './page.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const walkTo = (who: string): Card => {
  const walk = house.directTo(who).findLast(({ key }) => key.startsWith('escalation/'))
  if (!walk) throw new Error(`Nothing was escalated to ${who}`)
  return walk.card
}
const count = async (one: { id: string }, kind: string) =>
  (await storyOf(house, one)).filter((happened) => happened === kind).length
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('two at once', () => {
  it('merge two complaints into one another: one of them goes on', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]
    const [there, back] = [
      cardOf(await say(house, 'ben', one, 'merge C-2')),
      cardOf(await say(house, 'mei', other, 'merge C-1')),
    ]
    await Promise.all([house.as('ben').press(there, 'Merge'), house.as('mei').press(back, 'Merge')])

    const states = [(await nowOf(house, one)).state, (await nowOf(house, other)).state]
    expect(states.toSorted()).toEqual(['merged', 'received'])
  })

  it('link two complaints both ways: both say so once', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]
    await Promise.all([say(house, 'ben', one, 'link C-2'), say(house, 'ana', other, 'link C-1')])

    expect([await count(one, 'linked'), await count(other, 'linked')]).toEqual([1, 1])
  })

  it('take what is escalated and acknowledge the complaint: one has it', async () => {
    const one = await fileOne(house, { severity: 1 })
    await house.advanceTo('2026-03-02T09:35:00Z')
    await Promise.all([house.as('kai').press(walkTo('kai'), 'I take it'), say(house, 'mei', one, 'acknowledge')])

    expect(await count(one, 'acknowledged')).toBe(1)
    expect((await nowOf(house, one)).state).toBe('acknowledged')
  })

  it('wait for the complaint before they hold what is escalated about it', async () => {
    const one = await fileOne(house, { severity: 1 })
    await house.advanceTo('2026-03-02T09:35:00Z')
    const ben = await house.member('ben')
    let taking: Promise<unknown> = Promise.resolve()
    await acting(house, ben, async (ctx) => {
      await ctx.db.$queryRaw`SELECT 1 FROM "Complaint" WHERE "id" = ${one.id} FOR UPDATE`
      taking = house.as('kai').press(walkTo('kai'), 'I take it')
      await pause(700)
      await ctx.db.$queryRaw`SELECT 1 FROM "Escalation" FOR UPDATE NOWAIT`
    })
    await taking

    expect((await nowOf(house, one)).ownerId).toBe((await house.member('kai')).id)
  })

  it('approve and reject: one decides, the other is told who did', async () => {
    const one = await bring(house, await fileOne(house, { severity: 1 }), 'investigating')
    await say(house, 'ben', one, 'propose We refund it.')
    const question = house.directTo('kai').findLast(({ key }) => key.includes('/approve/'))!.card
    await Promise.all([house.as('kai').press(question, 'Approve'), say(house, 'kai', one, 'reject Too much.')])

    expect((await count(one, 'approved')) + (await count(one, 'rejected'))).toBe(1)
  })

  it('pause, and rate by hand and by page: each once', async () => {
    const one = await fileOne(house)
    await Promise.all([say(house, 'ben', one, 'pause Waiting'), say(house, 'mei', one, 'pause Waiting too')])
    expect(await count(one, 'paused')).toBe(1)
    await say(house, 'ben', one, 'resume')

    await bring(house, one, 'replied')
    const page = await pageAt(house)
    await Promise.all([page.answer('5'), say(house, 'ana', one, 'rate 2')])

    expect(await count(one, 'rated')).toBe(1)
  })
})

describe('a timer that was under way', () => {
  it('does not close what has just been replied to once more', async () => {
    const one = await bring(house, await fileOne(house), 'replied')
    house.sleepUntil('2026-03-09T07:59:59Z')
    await say(house, 'ben', one, 'reopen He wrote again.')
    await house.as('ben').submit(formOf(await say(house, 'ben', one, 'investigate')), { findings: 'Once more.' })
    await say(house, 'ben', one, 'propose We refund more.')
    await house.as('ben').submit(formOf(await say(house, 'ben', one, 'reply')), {})
    // As it stands where the timer of the first reply was claimed before it was planned anew.
    await house.db.timer.updateMany({
      where: { kind: 'complaint.close' },
      data: { dueAt: new Date('2026-03-09T08:00:00Z') },
    })
    house.sleepUntil('2026-03-09T08:00:00Z')
    await house.wake()

    expect((await nowOf(house, one)).state).toBe('replied')
  })
})

describe('an owner who leaves', () => {
  it('while somebody gives them a complaint loses it within a minute', async () => {
    const one = await fileOne(house)
    const ana = await house.member('ana')
    await house.db.member.update({ where: { id: ana.id }, data: { leftAt: new Date('2026-03-02T08:00:00Z') } })
    await house.db.complaint.update({ where: { id: one.id }, data: { ownerId: ana.id } })
    const { repair } = await import('../../../../src/flows/complaint/path/departures.ts')
    const mended = await acting(house, await house.member('mei'), (ctx) => repair(ctx))

    expect(mended).toBe(1)
    expect((await nowOf(house, one)).ownerId).toBe((await house.member('ben')).id)
  })

  it('is not the owner for long of what the customer opens again after they have gone', async () => {
    const one = await bring(house, await fileOne(house), 'replied')
    const page = await pageAt(house)
    await house.advanceTo('2026-03-10T08:00:00Z')
    expect((await nowOf(house, one)).state).toBe('closed')
    await house.door.notice({
      kind: 'person-changed',
      platform: 'playground',
      installation: 'acme',
      profile: { ...house.chat.people.get('ben')!, active: false },
    })
    await page.answer('1')
    const { repair } = await import('../../../../src/flows/complaint/path/departures.ts')
    await acting(house, await house.member('mei'), (ctx) => repair(ctx))

    const { ownerId, state } = await nowOf(house, one)
    expect(state).toBe('reopened')
    expect(ownerId).toBe((await house.member('kai')).id)
  })
})

it('is not merged into what is closed: nobody would answer the customer', async () => {
  const [one, other] = [await fileOne(house), await fileOne(house)]
  await bring(house, other, 'replied')
  await say(house, 'ben', other, 'rate 5')
  const said = await say(house, 'ben', one, 'merge C-2')

  expect(JSON.stringify(said)).toContain('nothing can be merged into it')
})
