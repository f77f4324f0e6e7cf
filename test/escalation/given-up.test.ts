import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retryPost } from '../../src/outbox/dead-letters.ts'
import { act } from '../../src/world.ts'
import {
  cardTo,
  LADDER,
  type Office,
  openOffice,
  read,
  reasons,
  stateOf,
  toldTo,
  trouble,
  withPolicy,
} from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

describe('a message that is given up', () => {
  const giveUp = async () => {
    await house.db.post.updateMany({ where: { state: 'waiting' }, data: { attempts: 149, notBefore: null } })
    await house.settle()
  }

  it('lets the step go on at once, as if it had found nobody', async () => {
    await withPolicy(house, LADDER)
    house.chat.broken.set('@ben', new Error('internal_error'))
    await trouble(house)
    await giveUp()

    expect(toldTo(house, 'ben')).toEqual([])
    expect(toldTo(house, 'ana')).toEqual([expect.stringContaining('You stand in for Ben, who could not be reached.')])
    expect(await reasons(house)).toEqual(['0 unreachable'])
  })

  it('says how it stands when an administrator has it sent again', async () => {
    await withPolicy(house, LADDER)
    house.chat.broken.set('@mei', new Error('internal_error'))
    await trouble(house)
    await house.advanceTo('2026-03-02T08:30:00Z')
    await giveUp()
    await house.as('ada').press(cardTo(house, 'ada'), 'I take it')

    house.chat.broken.clear()
    const { id } = await house.db.post.findFirstOrThrow({ where: { givenUpAt: { not: null } } })
    await act(house.world, house.workspace, (ctx) => retryPost(ctx, id))
    await house.settle()

    expect(toldTo(house, 'mei')).toEqual([expect.stringContaining('已由 Ada 接手。')])
    expect(read(await house.as('mei').press(cardTo(house, 'mei'), '为什么找我？'))).toContain('联系不上 Mei')
  })

  it('does not tell what it is when it is sent again to somebody whom it is about', async () => {
    await withPolicy(house, LADDER)
    house.chat.broken.set('@ben', new Error('internal_error'))
    await trouble(house)
    await giveUp()
    await house.as('zoe').command('/trouble exclude <@ben>')
    await house.as('ana').press(cardTo(house, 'ana'), 'I take it')

    house.chat.broken.clear()
    const { id } = await house.db.post.findFirstOrThrow({ where: { givenUpAt: { not: null } } })
    await act(house.world, house.workspace, (ctx) => retryPost(ctx, id))
    await house.settle()

    expect(toldTo(house, 'ben')).toEqual([expect.stringContaining('Others take care of this now.')])
  })

  it('takes nothing from whoever has it when only its last change is given up', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    house.chat.broken.set('@ben', new Error('internal_error'))
    await house.as('ben').command('/trouble take')
    await giveUp()

    expect((await house.db.post.findFirstOrThrow({ where: { ref: { not: null } } })).state).toBe('undeliverable')
    expect(await stateOf(house)).toMatchObject({ state: 'acknowledged', holderId: (await house.member('ben')).id })
    expect(await reasons(house)).toEqual([])
  })
})
