import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ops } from '../../../src/flows/ops/flow.ts'
import { cardOf, type House } from '../../support/house.ts'
import { toyFlow } from '../../support/toy-flow.ts'
import { read } from './office.ts'
import { givenUpPost, givenUpTimer, openTroubledOffice } from './trouble.ts'

let house: House
let toy: ReturnType<typeof toyFlow>
beforeEach(async () => {
  toy = toyFlow()
  house = await openTroubledOffice([ops, toy.flow])
})
afterEach(() => house.close())

const press = (who: string, action: 'retry' | 'drop', value: string) =>
  house.as(who).send({ kind: 'press', action: `ops.${action}`, value })
const trail = async () => {
  const entries = await house.db.auditEntry.findMany({
    where: { action: { startsWith: 'ops.dead' } },
    orderBy: { id: 'asc' },
  })
  return entries.map(({ action, subject, detail }) => ({ action, subject, detail }))
}
const health = () => house.as('ada').command('/ops health')

describe('a timer that was given up', () => {
  it('fires when it is retried', async () => {
    const id = await givenUpTimer(house, 'a')

    const reply = await house.as('ada').press(cardOf(await health()), 'Retry')
    await house.wake()

    expect(reply).toMatchObject({ kind: 'card', replaces: true })
    expect(read(reply)).toContain('It is tried again now.')
    expect(read(reply)).not.toContain('[Retry]')
    expect(toy.fired).toEqual(['a'])
    expect(await trail()).toEqual([
      { action: 'ops.dead-letter-retried', subject: `timer:${id}`, detail: { kind: 'toy.ring' } },
    ])
  })

  it('never fires when it is dropped, after a question', async () => {
    const id = await givenUpTimer(house, 'a')
    const card = cardOf(await health())

    const reply = await house.as('ada').press(card, 'Drop')
    await house.wake()

    expect(JSON.stringify(card)).toContain('"title":"Drop it?"')
    expect(read(reply)).toContain('Dropped.\nAll is well')
    expect(toy.fired).toEqual([])
    expect(await house.db.timer.findFirst()).toMatchObject({ cancelledAt: new Date('2026-03-04T11:00:00Z') })
    expect(await trail()).toMatchObject([{ action: 'ops.dead-letter-dropped', subject: `timer:${id}` }])
  })
})

describe('a message that was given up', () => {
  it('is sent at once when it is retried', async () => {
    const id = await givenUpPost(house, 'toy/1')

    const reply = await house.as('ada').press(cardOf(await health()), 'Retry')

    expect(house.directTo('ben').map(({ key }) => key)).toContain('toy/1')
    expect(read(reply)).toContain('It is tried again now.')
    expect(await trail()).toEqual([
      { action: 'ops.dead-letter-retried', subject: `post:${id}`, detail: { key: 'toy/1' } },
    ])
  })

  it('no longer counts when it is dropped', async () => {
    await givenUpPost(house, 'toy/1')

    const reply = await house.as('ada').press(cardOf(await health()), 'Drop')
    await house.settle()

    expect(read(reply)).toContain('All is well')
    expect(house.directTo('ben').map(({ key }) => key)).not.toContain('toy/1')
    expect(await house.db.post.findFirst({ where: { key: 'toy/1' } })).toMatchObject({
      state: 'undeliverable',
      givenUpAt: null,
    })
  })
})

describe('deciding about what was given up', () => {
  it.each(['retry', 'drop'] as const)('by %s has one effect when it is pressed twice, and says so', async (action) => {
    const values = [`timer:${await givenUpTimer(house, 'a')}`, `post:${await givenUpPost(house, 'toy/1')}`]
    for (const value of values) await press('ada', action, value)

    for (const value of values)
      expect(read(await press('ada', action, value))).toContain('It is no longer among what was given up')
    expect(await trail()).toHaveLength(2)
  })

  it.each(['retry', 'drop'] as const)('by %s has one effect when two press at the same moment', async (action) => {
    const value = `timer:${await givenUpTimer(house, 'a')}`
    await house.as('ada').command('/ops admin grant <@ben>')

    const replies = await Promise.all(['ada', 'ben'].map((who) => press(who, action, value)))

    expect(replies.map(read).filter((said) => said.includes('no longer among'))).toHaveLength(1)
    expect(await trail()).toHaveLength(1)
  })

  it.each(['retry', 'drop'] as const)('by %s is for administrators', async (action) => {
    const values = [`timer:${await givenUpTimer(house, 'a')}`, `post:${await givenUpPost(house, 'toy/1')}`]

    for (const value of values) expect(read(await press('ben', action, value))).toContain('Only administrators')
    expect(await house.db.timer.findFirst()).toMatchObject({ attempts: 10, cancelledAt: null })
    expect((await house.db.post.findFirst({ where: { key: 'toy/1' } }))?.givenUpAt).not.toBeNull()
    expect(await trail()).toEqual([])
  })

  it.each(['', 'timer:', 'timer:x', 'post:99999999999999999999', 'post:0', 'member:1', 'timer:1; DROP'])(
    'about “%s” is refused in words',
    async (value) => {
      expect(read(await press('ada', 'drop', value))).toContain('It is no longer among what was given up')
    },
  )

  it('ends at the border of the workspace', async () => {
    const values = [`timer:${await givenUpTimer(house, 'a')}`, `post:${await givenUpPost(house, 'toy/1')}`]
    const { id: workspaceId } = await house.db.workspace.create({ data: { name: 'elsewhere' } })
    await house.db.timer.updateMany({ data: { workspaceId } })
    await house.db.post.updateMany({ where: { key: 'toy/1' }, data: { workspaceId } })

    for (const value of values) {
      expect(read(await press('ada', 'drop', value))).toContain('no longer among')
      expect(read(await press('ada', 'retry', value))).toContain('no longer among')
    }
    expect(await house.db.timer.findFirst()).toMatchObject({ attempts: 10, cancelledAt: null })
  })
})
