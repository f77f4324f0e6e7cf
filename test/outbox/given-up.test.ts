import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Post } from '../../src/database/types.ts'
import { PersonUnreachable } from '../../src/errors.ts'
import { gauges } from '../../src/health.ts'
import { say } from '../../src/outbox/say.ts'
import { act } from '../../src/world.ts'
import { type House, openHouse } from '../support/house.ts'
import { cardSaying, toyFlow } from '../support/toy-flow.ts'

describe('a post that is given up', () => {
  let house: House
  let heard: Post[]
  const told = async (key: string, handle = 'mei') => {
    const { id } = await house.member(handle)
    await act(house.world, house.workspace, (ctx) => say(ctx, { key, to: { person: id }, card: cardSaying(key) }))
  }
  const post = (key: string) => house.db.post.findFirstOrThrow({ where: { key } })
  /** The tenth try fails while Ben is reached. */
  const lastTry = async () => {
    await told('toy/others', 'ben')
    house.chat.broken.set('@mei', new Error('msg_too_long'))
    await house.settle()
    await house.db.$executeRaw`UPDATE "Post" SET "attempts" = 9, "notBefore" = NULL WHERE "key" = 'toy/1'`
    await house.settle()
  }

  beforeEach(async () => {
    heard = []
    const { flow } = toyFlow()
    flow.undelivered = async (_ctx, post) => void heard.push(post)
    house = await openHouse({
      flows: [flow],
      now: '2026-11-23T08:00:00Z',
      people: [{ handle: 'mei' }, { handle: 'ben' }],
    })
    for (const who of ['mei', 'ben']) await house.as(who).send({ kind: 'press', action: 'toy.nothing', value: '' })
    await told('toy/1')
  })
  afterEach(() => house.close())

  it('tells the flow that said it, and that it was given up', async () => {
    await lastTry()

    expect(heard).toMatchObject([{ key: 'toy/1', givenUpAt: new Date('2026-11-23T08:00:00Z') }])
    expect(await post('toy/1')).toMatchObject({
      state: 'undeliverable',
      lastError: 'msg_too_long',
      givenUpAt: new Date('2026-11-23T08:00:00Z'),
    })
    expect(await gauges(house.world)).toContain('drumbeat_posts_given_up 1')
  })

  it('is settled in the transaction in which the flow hears of it', async () => {
    const [flow] = house.world.flows
    let fails = true
    flow!.undelivered = async (ctx) => {
      await say(ctx, { key: 'toy/next', to: { person: (await house.member('ben')).id }, card: cardSaying('next') })
      if (fails) throw new Error('no luck')
    }

    await expect(lastTry()).rejects.toThrow('no luck')
    const afterFailure = [(await post('toy/1')).state, await house.db.post.count({ where: { key: 'toy/next' } })]
    fails = false
    await house.db.$executeRaw`UPDATE "Post" SET "state" = 'waiting' WHERE "key" = 'toy/1'`
    await house.settle()

    expect(afterFailure).toEqual(['sending', 0])
    expect((await post('toy/1')).state).toBe('undeliverable')
    expect(house.directTo('ben').map(({ key }) => key)).toContain('toy/next')
  })

  it('lets what comes after it pass', async () => {
    await lastTry()
    house.chat.broken.clear()
    await told('toy/2')
    await house.settle()

    expect(house.directTo('mei').map(({ key }) => key)).toEqual(['toy/2'])
  })

  it('is another thing than one that found nobody', async () => {
    house.chat.broken.set('@mei', new PersonUnreachable('user_disabled'))
    await house.settle()

    expect(heard).toMatchObject([{ key: 'toy/1', givenUpAt: null }])
    expect((await post('toy/1')).givenUpAt).toBeNull()
    expect(await gauges(house.world)).toContain('drumbeat_posts_given_up 0')
  })
})
