import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setSettings } from '../../../../src/escalation/store/policies.ts'
import { formOf, type House } from '../../../support/house.ts'
import { fileOne, nowOf, openOffice, saidIn, storyOf } from '../office.ts'
import { bring, say } from './along.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const walkTo = (who: string) => {
  const walk = house.directTo(who).findLast(({ key }) => key.startsWith('escalation/'))
  if (!walk) throw new Error(`Nothing was escalated to ${who}`)
  return walk.card
}
const walkAbout = (id: string, worry: string) =>
  house.db.escalation.findFirst({ where: { subject: `${id}/${worry}/1` } })
const ownerOf = async (complaint: { id: string }) =>
  (await house.db.member.findFirstOrThrow({ where: { id: (await nowOf(house, complaint)).ownerId } })).name

describe('a complaint that nobody acknowledges', () => {
  it('is acknowledged by the manager who takes the escalation, and is the manager’s', async () => {
    const one = await fileOne(house, { severity: 1 })
    await house.advanceTo('2026-03-02T09:35:00Z')
    await house.as('kai').press(walkTo('kai'), 'I take it')

    expect(await nowOf(house, one)).toMatchObject({ state: 'acknowledged' })
    expect(await ownerOf(one)).toBe('Kai')
    expect(await storyOf(house, one)).toEqual(['filed', 'warned', 'breached', 'assigned', 'acknowledged'])
    expect(await walkAbout(one.id, 'acknowledge')).toMatchObject({ state: 'resolved' })
  })

  it('can be acknowledged by whoever it was escalated to, by the command as well', async () => {
    const one = await fileOne(house, { severity: 1 })
    expect(saidIn(await say(house, 'kai', one, 'acknowledge'))).toContain('It is Ben’s.')
    await house.advanceTo('2026-03-02T09:35:00Z')

    expect(saidIn(await say(house, 'kai', one, 'acknowledge'))).toContain('it is yours now')
    expect(await walkAbout(one.id, 'acknowledge')).toMatchObject({ state: 'resolved' })
  })

  it('says in its story that nobody on the chain has taken it', async () => {
    const one = await fileOne(house, { severity: 1 })
    await house.advanceTo('2026-03-02T11:00:00Z')
    await house.advanceTo('2026-03-03T11:00:00Z')

    expect(await storyOf(house, one)).toContain('exhausted')
  })
})

describe('a complaint whose acknowledgement and reply are due at once', () => {
  it('warns and escalates once, and whoever takes it has acknowledged it', async () => {
    const one = await fileOne(house, { severity: 2 })
    await house.advanceTo('2026-03-03T09:05:00Z')
    expect(await storyOf(house, one)).toEqual(['filed', 'warned', 'breached', 'breached'])
    expect(await walkAbout(one.id, 'acknowledge')).toBeNull()
    await house.advanceTo('2026-03-03T10:05:00Z')
    await house.as('kai').press(walkTo('kai'), 'I take it')

    expect(await nowOf(house, one)).toMatchObject({ state: 'acknowledged' })
    expect(await walkAbout(one.id, 'reply')).toMatchObject({ state: 'acknowledged' })
  })
})

describe('a complaint that nobody replies to', () => {
  it('belongs to whoever takes the escalation, and then to whom it is handed', async () => {
    const one = await bring(house, await fileOne(house, { severity: 1 }), 'acknowledged')
    await house.advanceTo('2026-03-02T13:05:00Z')
    await house.as('kai').press(walkTo('kai'), 'I take it')
    expect(await ownerOf(one)).toBe('Kai')
    expect((await nowOf(house, one)).state).toBe('acknowledged')

    const form = formOf(await house.as('kai').press(walkTo('kai'), 'Hand over'))
    await house.as('kai').submit(form, { to: 'ana' })
    expect(await ownerOf(one)).toBe('Ana')
  })

  it('does not wake up while steps are taken, and ends with the reply', async () => {
    const one = await bring(house, await fileOne(house), 'acknowledged')
    await house.advanceTo('2026-03-04T09:00:00Z')
    await house.as('ben').press(walkTo('ben'), 'I take it')
    const taken = await walkAbout(one.id, 'reply')
    await house.advanceTo('2026-03-04T14:00:00Z')
    await bring(house, one, 'proposed')

    const worked = await walkAbout(one.id, 'reply')
    expect(worked?.progressAt?.toISOString()).toBe('2026-03-04T14:00:00.000Z')
    expect(worked?.nextAt?.getTime()).toBeGreaterThan(taken?.nextAt?.getTime() ?? 0)
    await bring(house, one, 'replied')
    expect(await walkAbout(one.id, 'reply')).toMatchObject({ state: 'resolved' })
  })

  it('is not given to whom it is about', async () => {
    const one = await bring(house, await fileOne(house, { named: ['ana'] }), 'acknowledged')
    await house.advanceTo('2026-03-04T09:00:00Z')
    await house.as('ben').press(walkTo('ben'), 'I take it')
    const form = formOf(await house.as('ben').press(walkTo('ben'), 'Hand over'))
    await house.as('ben').submit(form, { to: 'ana' })

    expect(await ownerOf(one)).toBe('Ben')
  })

  it('is about the new owner’s chain when it is assigned, and over when it is withdrawn', async () => {
    const one = await bring(house, await fileOne(house), 'acknowledged')
    await house.advanceTo('2026-03-04T09:00:00Z')
    await say(house, 'mei', one, 'assign <@ana>')
    expect(await walkAbout(one.id, 'reply')).toMatchObject({ ownerId: (await house.member('ana')).id })

    await house.as('ana').submit(formOf(await say(house, 'ana', one, 'withdraw All is well.')), {})
    expect(await walkAbout(one.id, 'reply')).toMatchObject({ state: 'resolved' })
  })
})

it('speaks of the escalation’s fallback channel without losing the complaint', async () => {
  const general = await house.channel('general')
  await setSettings(house.db, house.workspace.id, { fallbackChannelId: general.id })
  const one = await fileOne(house, { severity: 1 })
  await house.advanceTo('2026-03-03T11:00:00Z')

  expect(house.inChannel('general').length).toBeGreaterThan(0)
  expect((await nowOf(house, one)).state).toBe('received')
})
