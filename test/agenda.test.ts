import { afterEach, beforeEach, expect, it } from 'vitest'
import { agenda } from '../src/agenda.ts'
import { plan } from '../src/timers/plan.ts'
import { act } from '../src/world.ts'
import { type House, openHouse } from './support/house.ts'
import { toyFlow } from './support/toy-flow.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ flows: [toyFlow().flow], now: '2026-11-23T08:00:00Z', people: [] })
})
afterEach(() => house.close())

const ring = (subject: string, workspace = house.workspace) =>
  act(house.world, workspace, (ctx) => plan(ctx, { kind: 'toy.ring', subject, at: ctx.now, about: subject }))

it('says in words what the playground’s company will be asked, and nothing of another company', async () => {
  await ring('ours')
  const company = { name: 'rival', installations: { create: { platform: 'slack', externalId: 'T1' } } }
  await ring('theirs', await house.db.workspace.create({ data: company }))

  expect((await agenda(house.world, 'en')).map(({ what }) => what)).toEqual(['ours: rings'])
  expect((await agenda(house.world, 'zh-CN')).map(({ what }) => what)).toEqual(['ours：响铃'])
})

it('leaves out what has been given up', async () => {
  await ring('dead')
  await house.db.timer.updateMany({ data: { attempts: 10 } })

  expect(await agenda(house.world, 'en')).toEqual([])
})
