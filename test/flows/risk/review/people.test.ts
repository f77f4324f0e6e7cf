import { afterEach, beforeEach, expect, it } from 'vitest'
import { risk as flow } from '../../../../src/flows/risk/flow.ts'
import { act } from '../../../../src/world.ts'
import { formOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { idOf, newRisk, openOffice, saidIn } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const roundsTo = (who: string) => house.directTo(who).filter(({ key }) => key.startsWith('risk/round/'))
const datesTo = (who: string) => roundsTo(who).map(({ key }) => key.slice(-10))
const leave = async (who: string) => {
  const member = await house.member(who)
  const left = await house.db.member.update({
    where: { id: member.id },
    data: { leftAt: new Date(house.now().epochMilliseconds) },
  })
  await act(house.world, house.workspace, async (ctx) => flow.memberLeft?.(ctx, left))
  await house.settle()
}
const repair = () => act(house.world, house.workspace, async (ctx) => (await flow.repair?.(ctx)) ?? 0)
const STEP = { title: 'Sign', due: '2026-03-06', measure: 'Signed' }

it('asks whoever has got what somebody has left behind, and ends the walk about those who left', async () => {
  await newRisk(house, 'ben', { likelihood: '5', impact: '5' })
  const form = formOf(await house.as('ben').command('/risk action add R-1'))
  await house.as('ben').submit(form, { ...STEP, owner: 'ana' })
  await house.advanceTo('2026-03-12T12:00:00Z')
  const open = () => house.db.escalation.findMany({ where: { flow: 'risk', state: { not: 'resolved' } } })
  expect((await open()).map(({ ownerId }) => ownerId).sort()).toEqual(
    [await idOf(house, 'ana'), await idOf(house, 'ben')].sort(),
  )
  await leave('ben')
  await leave('ana')
  expect(await open()).toEqual([])
  await house.advanceTo('2026-03-13T12:00:00Z')
  expect(datesTo('kai')).toEqual(['2026-03-13'])
  expect(wordsOf(roundsTo('kai')[0]!.card)).toMatch(/R-1[\s\S]*RA-1 Sign/)
  expect(
    await house.db.timer.count({
      where: { subject: await idOf(house, 'ben'), kind: 'risk.round', firedAt: null, cancelledAt: null },
    }),
  ).toBe(0)
})

it('asks somebody else to decide where nobody who was asked may any more', async () => {
  await newRisk(house, 'ben', { likelihood: '4', impact: '4' })
  await house
    .as('ben')
    .submit(formOf(await house.as('ben').command('/risk accept R-1')), { reason: 'Dear', until: '2026-06-30' })
  const questionsTo = (who: string) => house.directTo(who).filter(({ key }) => key.startsWith('risk/acceptance/'))
  expect([await repair(), questionsTo('ada').length]).toEqual([0, 0])
  await leave('rob')
  expect(questionsTo('ada')).toHaveLength(1)
  expect(await repair()).toBe(0)
  const form = formOf(await house.as('ada').press(questionsTo('ada')[0]!.card, 'Accept'))
  expect(saidIn(await house.as('ada').submit(form, { why: 'Yes' }))).toContain('Accepted by Ada')
})

it('plans the round of whoever has none, and moves it with their zone', async () => {
  await newRisk(house, 'ben', { likelihood: '5', impact: '5' })
  await house.db.timer.deleteMany({ where: { kind: 'risk.round' } })
  expect([await repair(), await repair()]).toEqual([1, 0])
  const member = await house.member('ben')
  const moved = await house.db.member.update({ where: { id: member.id }, data: { timeZone: 'Asia/Shanghai' } })
  await act(house.world, house.workspace, async (ctx) => flow.memberChanged?.(ctx, moved))
  await house.advanceTo('2026-03-09T01:00:00Z')
  expect(datesTo('ben')).toEqual(['2026-03-09'])
})

it('tells in advance what will be asked, in the reader’s language', async () => {
  await newRisk(house, 'mei', { likelihood: '5', impact: '5' })
  const form = formOf(await house.as('mei').command('/risk action add R-1'))
  await house.as('mei').submit(form, { ...STEP, owner: 'mei' })
  const said = saidIn(await house.as('mei').command('/ops 日程'))
  expect(said).toContain('复审 R-1 Our supplier fails')
  expect(said).toContain('到期：RA-1 Sign')
})
