import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChannelClosed, InstallationBroken, PersonUnreachable, PlatformBusy } from '../../src/errors.ts'
import { takeBackStuck } from '../../src/outbox/claim.ts'
import { deliverTo } from '../../src/outbox/deliver.ts'
import { revise, say } from '../../src/outbox/say.ts'
import { act } from '../../src/world.ts'
import { type House, openHouse } from '../support/house.ts'
import { cardSaying, toyFlow } from '../support/toy-flow.ts'

describe('the outbox', () => {
  let house: House
  let toy: ReturnType<typeof toyFlow>
  let mei: string
  const tell = (key: string, words: string) =>
    act(house.world, house.workspace, (ctx) => say(ctx, { key, to: { person: mei }, card: cardSaying(words) }))
  const change = (key: string, words: string) =>
    act(house.world, house.workspace, (ctx) => revise(ctx, key, cardSaying(words)))
  const read = () => house.directTo('mei').map(({ card }) => card.summary)
  const stateOf = async (key: string) => (await house.db.post.findFirstOrThrow({ where: { key } })).state

  beforeEach(async () => {
    toy = toyFlow()
    house = await openHouse({
      flows: [toy.flow],
      now: '2026-11-23T08:00:00Z',
      people: [{ handle: 'mei' }, { handle: 'ben' }],
    })
    await house.as('mei').send({ kind: 'press', action: 'toy.nothing', value: '' })
    mei = (await house.member('mei')).id
  })
  afterEach(() => house.close())

  it('says things in the order in which they were said', async () => {
    for (const number of [1, 2, 3, 4, 5]) await tell(`toy/${number}`, `number ${number}`)

    await house.settle()

    expect(read()).toEqual(['number 1', 'number 2', 'number 3', 'number 4', 'number 5'])
  })

  it('needs one call for ten revisions before the delivery, and changes in place after it', async () => {
    await tell('toy/living', 'first')
    for (let turn = 0; turn < 10; turn++) await change('toy/living', `turn ${turn}`)
    await house.settle()
    const before = house.directTo('mei').map(({ revisions }) => revisions)
    await change('toy/living', 'after')
    await house.settle()

    expect(before).toEqual([1])
    expect(house.directTo('mei')).toMatchObject([{ revisions: 2, card: { summary: 'after' } }])
  })

  it('sends once and in order when ten workers deliver to one place at the same moment', async () => {
    for (const number of [1, 2, 3]) await tell(`toy/${number}`, `number ${number}`)

    house.chat.slow.set('toy/1', 200)
    await Promise.all(Array.from({ length: 10 }, () => deliverTo(house.world, house.workspace.id, `person:${mei}`)))
    await house.settle()

    expect(read()).toEqual(['number 1', 'number 2', 'number 3'])
  })

  it('waits with everything while the platform is busy, and loses nothing', async () => {
    house.chat.broken.set('@mei', new PlatformBusy(60, 'ratelimited'))
    await tell('toy/1', 'one')
    await house.settle()
    house.chat.broken.clear()
    await house.settle()
    const meanwhile = read()
    await house.db.$executeRaw`UPDATE "Installation" SET "busyUntil" = now() - interval '1 second'`
    await house.settle()

    expect(meanwhile).toEqual([])
    expect(read()).toEqual(['one'])
  })

  it('waits at one place alone where the platform says so, and keeps the order there', async () => {
    house.chat.broken.set('@mei', new PlatformBusy(60, 'too much in one conversation', 'place'))
    await tell('toy/1', 'one')
    await house.settle()
    house.chat.broken.clear()
    await tell('toy/2', 'two')
    const general = { workspaceId: house.workspace.id, platform: 'playground', externalId: 'general', name: 'general' }
    const { id: channel } = await house.db.channel.create({ data: general })
    await act(house.world, house.workspace, (ctx) =>
      say(ctx, { key: 'toy/3', to: { channel }, card: cardSaying('three') }),
    )
    await house.settle()
    const meanwhile = [read(), house.chat.messages.map(({ card }) => card.summary)]
    await house.db.$executeRaw`UPDATE "Post" SET "notBefore" = now() WHERE "notBefore" > now()`
    await house.settle()

    expect(meanwhile).toEqual([[], ['three']])
    expect(read()).toEqual(['one', 'two'])
  })

  it('waits for an administrator when the installation is broken', async () => {
    house.chat.broken.set('@mei', new InstallationBroken('token_revoked'))
    await tell('toy/1', 'one')
    await house.settle()
    house.chat.broken.clear()
    await house.settle()
    const installation = await house.db.installation.findFirstOrThrow()

    expect(read()).toEqual([])
    expect(installation.brokenWhy).toBe('token_revoked')
    expect(await stateOf('toy/1')).toBe('waiting')
  })

  it('says everything after somebody of a broken installation is heard again', async () => {
    house.chat.broken.set('@mei', new InstallationBroken('token_revoked'))
    await tell('toy/1', 'one')
    await house.settle()
    house.chat.broken.clear()

    await house.as('ben').send({ kind: 'press', action: 'toy.nothing', value: '' })

    expect(read()).toEqual(['one'])
  })

  it.each([new PersonUnreachable('user_disabled'), new ChannelClosed('is_archived')])(
    'tells the flow that said it when nobody is there ($name)',
    async (error) => {
      house.chat.broken.set('@mei', error)
      await tell('toy/1', 'one')
      await house.settle()

      expect(toy.undelivered).toEqual(['toy/1'])
      expect(await stateOf('toy/1')).toBe('undeliverable')
    },
  )

  it('tries again later after an error of nobody’s, and nothing overtakes', async () => {
    house.chat.broken.set('@mei', new Error('socket hang up'))
    await tell('toy/1', 'one')
    await house.settle()
    house.chat.broken.clear()
    await tell('toy/2', 'two')
    await house.settle()
    const meanwhile = read()
    await house.db.$executeRaw`UPDATE "Post" SET "notBefore" = now() - interval '1 second'`
    await house.settle()

    expect(meanwhile).toEqual([])
    expect(read()).toEqual(['one', 'two'])
  })

  it('keeps what nobody’s fault is while nothing gets through, and gives it up once others do', async () => {
    house.chat.broken.set('@mei', new Error('Slack is down'))
    await tell('toy/1', 'one')
    const tries = async () => {
      await house.db.$executeRaw`UPDATE "Post" SET "notBefore" = NULL, "attempts" = 10 WHERE "key" = 'toy/1'`
      await house.settle()
      return stateOf('toy/1')
    }

    const whileDown = await tries()
    await house.as('ben').send({ kind: 'press', action: 'toy.nothing', value: '' })
    const { id: ben } = await house.member('ben')
    await act(house.world, house.workspace, (ctx) =>
      say(ctx, { key: 'toy/2', to: { person: ben }, card: cardSaying('two') }),
    )
    await house.settle()

    expect(whileDown).toBe('waiting')
    expect(await tries()).toBe('undeliverable')
  })

  it('leaves the rest for the next start when it is to stop', async () => {
    for (const number of [1, 2, 3]) await tell(`toy/${number}`, `number ${number}`)
    house.world.queue.isClosing = () => read().length === 1

    await deliverTo(house.world, house.workspace.id, `person:${mei}`)
    const stopped = read()
    house.world.queue.isClosing = () => false
    await house.settle()

    expect(stopped).toEqual(['number 1'])
    expect(read()).toEqual(['number 1', 'number 2', 'number 3'])
  })

  it('does not hold a post that found nobody while the flow hears of it', async () => {
    house.chat.broken.set('@mei', new PersonUnreachable('user_disabled'))
    await tell('toy/1', 'one')
    let meanwhile: unknown
    toy.flow.undelivered = async () => {
      const other = house.db.$executeRaw`UPDATE "Post" SET "lastError" = 'changed by somebody else'`
      meanwhile = await Promise.race([other, sleep(2_000, 'waits')])
    }

    await house.settle()

    expect(meanwhile).toBe(1)
    expect(await stateOf('toy/1')).toBe('undeliverable')
  })

  it('takes back what a dead worker had in hand', async () => {
    await tell('toy/1', 'one')
    await house.db.$executeRaw`UPDATE "Post" SET "state" = 'sending', "sendingSince" = now() - interval '1 minute'`
    await house.settle()
    const stuck = read()
    const taken = await takeBackStuck(house.db, 30)
    await house.settle()

    expect(stuck).toEqual([])
    expect(taken).toHaveLength(1)
    expect(read()).toEqual(['one'])
  })

  it('draws a card again when a post that it links to has arrived', async () => {
    const linking = {
      ...cardSaying('card'),
      blocks: [{ kind: 'text' as const, text: [{ link: 'digest', post: 'toy/digest' }] }],
    }
    await act(house.world, house.workspace, (ctx) => say(ctx, { key: 'toy/card', to: { person: mei }, card: linking }))
    await house.settle()
    await tell('toy/digest', 'digest')
    await house.settle()

    expect(house.directTo('mei').map(({ key, revisions }) => [key, revisions])).toEqual([
      ['toy/card', 2],
      ['toy/digest', 1],
    ])
  })
})
