import { afterAll, beforeEach, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import { formOf } from '../../support/house.ts'
import { assess, graded, newRisk, openOffice, saidIn } from './office.ts'

const houses: House[] = []
let house: House
beforeEach(async () => {
  house = await openOffice()
  houses.push(house)
})
afterAll(() => Promise.all(houses.map((one) => one.close())))

const alerts = () => house.db.alert.findMany({ orderBy: { number: 'asc' } })
const told = (who: string) =>
  house
    .directTo(who)
    .filter(({ key }) => /^(alert|escalation)\//.test(key))
    .map(({ card }) => saidIn({ kind: 'card', card }))

it('raises its hand when what is left of a risk becomes high, counts on, and is calm again', async () => {
  const risk = await newRisk(house, 'ben', { likelihood: '3', impact: '3' })
  expect(await alerts()).toEqual([])
  await assess(house, 'ben', risk, graded([5, 4], [3, 4], 'Two of three left'))
  await house.wake()
  expect(await alerts()).toMatchObject([
    { severity: 'high', state: 'open', firings: 1, subject: `risk:${risk.id}`, about: 'R-1 Our supplier fails' },
  ])
  expect(told('ben').join()).toContain('What is left of this risk is 3 × 4 = 12 · 🟠 high')
  expect(saidIn(await house.as('mei').command('/risk 预警'))).toContain('R-1 Our supplier fails')

  await assess(house, 'ben', risk, graded([5, 5], [4, 5], 'The last one'))
  expect(await alerts()).toMatchObject([{ severity: 'critical', firings: 2, state: 'open' }])
  await house
    .as('ben')
    .submit(formOf(await house.as('ben').command('/risk edit R-1')), { owner: 'ana', title: 'No parts' })
  const { id } = await house.member('ana')
  expect(await alerts()).toMatchObject([{ ownerId: id, about: 'R-1 No parts', firings: 2 }])
  await assess(house, 'kai', risk, graded([5, 5], [2, 4], 'A new contract'))
  expect(await alerts()).toMatchObject([{ state: 'resolved', resolvedById: null }])
})

it('says so at once of a risk that is entered as critical, and ends with it', async () => {
  const risk = await newRisk(house, 'ana', { owner: 'ben', likelihood: '5', impact: '5' })
  await house.wake()
  expect(await alerts()).toMatchObject([{ severity: 'critical', state: 'open' }])
  expect(told('ben')).toHaveLength(1)
  const form = formOf(await house.as('ben').command(`/risk close R-${risk.number}`))
  await house.as('ben').submit(form, { why: 'Sold' })
  expect(await alerts()).toMatchObject([{ state: 'resolved' }])
  await house.sleepUntil('2026-03-03T08:00:00Z')
  const again = formOf(await house.as('ben').command(`/risk reopen R-${risk.number}`))
  await house.as('ben').submit(again, { why: 'Bought back' })
  expect((await alerts()).filter(({ state }) => state === 'open')).toHaveLength(1)
})

it('is counted and not told while somebody has accepted to live with it', async () => {
  const risk = await newRisk(house, 'ben')
  const proposed = { reason: 'No other supplier', likelihood: 4, impact: 4, proposedAt: new Date('2026-03-01') }
  await house.db.riskAcceptance.create({
    data: {
      workspaceId: risk.workspaceId,
      riskId: risk.id,
      state: 'accepted',
      expiresOn: new Date('2026-03-10'),
      ...proposed,
    },
  })
  await assess(house, 'ben', risk, graded([4, 4]))
  await house.wake()
  expect(told('ben')).toEqual([])
  expect(await alerts()).toMatchObject([{ state: 'open', toldAt: null, mutedUntil: new Date('2026-03-11T00:00:00Z') }])
  await house.advanceTo('2026-03-11T00:01:00Z')
  expect(told('ben')).toHaveLength(1)
})

it('passes from whoever leaves to their manager, who hears of it once', async () => {
  const [one] = [
    await newRisk(house, 'ben', { title: 'Fire', likelihood: '5', impact: '5' }),
    await newRisk(house, 'ben'),
  ]
  await house.db.riskAction.create({
    data: {
      ...{ workspaceId: one!.workspaceId, riskId: one!.id, number: 1, title: 'Extinguishers', measure: 'They hang' },
      ...{ ownerId: one!.ownerId, dueOn: new Date('2026-04-01'), createdAt: new Date('2026-03-02') },
    },
  })
  house.chat.people.set('ben', { ...house.chat.people.get('ben')!, active: false })
  await house.door.notice({
    ...{ platform: 'playground', installation: 'acme', kind: 'person-changed' },
    profile: house.chat.people.get('ben')!,
  })
  await house.settle()
  const { id } = await house.member('kai')
  expect(await house.db.risk.count({ where: { ownerId: id } })).toBe(2)
  expect((await alerts())[0]).toMatchObject({ ownerId: id })
  const [said, ...more] = house.directTo('kai').filter(({ key }) => key.startsWith('risk/left/'))
  expect(more).toEqual([])
  expect(saidIn({ kind: 'card', card: said!.card })).toMatch(/R-1 Fire\nR-2 Our supplier fails\nRA-1 Extinguishers/)
})
