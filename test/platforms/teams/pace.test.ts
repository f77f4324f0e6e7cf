import { describe, expect, it } from 'vitest'
import { PlatformBusy } from '../../../src/errors.ts'
import type { Connector } from '../../../src/platforms/teams/connector.ts'
import { type Pace, paceOf } from '../../../src/platforms/teams/pace.ts'

const to = (conversationId: string) => ({ serviceUrl: 'https://smba.example', conversationId })
const connector = { send: async () => '1' } as unknown as Connector
const answered = async (pace: Pace, conversationId: string, times: number) => {
  for (let n = 0; n < times; n++) await pace.counting(connector).send(to(conversationId), {})
}
const busy = (pace: Pace, conversationId: string): PlatformBusy | null => {
  try {
    pace.mustFit(to(conversationId))
    return null
  } catch (error) {
    return error as PlatformBusy
  }
}

describe('an answer', () => {
  it('never waits behind posts, however many there were, and is counted', async () => {
    const pace = paceOf(() => 0)
    for (let n = 0; n < 25; n++) await answered(pace, `a:${n}`, 1)
    expect(busy(pace, 'a:new')).toMatchObject({ where: 'everywhere', retryAfterSeconds: 1 })

    await expect(answered(pace, 'a:asker', 10)).resolves.toBeUndefined()
  })

  it('takes the place of a post in its own conversation alone', async () => {
    const pace = paceOf(() => 0)
    await answered(pace, '19:a', 6)

    expect(busy(pace, '19:a')).toMatchObject({ where: 'place' })
    expect(busy(pace, '19:b')).toBeNull()
  })
})

it('threads of one channel are one conversation', async () => {
  const pace = paceOf(() => 0)
  for (let n = 0; n < 6; n++) await answered(pace, `19:a;messageid=${n}`, 1)

  expect(busy(pace, '19:a;messageid=new')).toBeInstanceOf(PlatformBusy)
})

it('what was said an hour ago counts no more, and what was said a second ago still does', async () => {
  let now = 0
  const pace = paceOf(() => now)
  await answered(pace, '19:a', 1_700)
  now += 3_599_999
  expect(busy(pace, '19:a')).toMatchObject({ where: 'place', retryAfterSeconds: 1 })

  now += 1
  await answered(pace, '19:a', 6)
  expect(busy(pace, '19:a')).toMatchObject({ where: 'place', retryAfterSeconds: 1 })
})

describe('posts in turn', () => {
  it('are six at once; the next one takes the first place that is free, also after one that failed', async () => {
    const { inTurn } = paceOf()
    const ends: (() => void)[] = []
    const began: number[] = []
    const one = (n: number) =>
      inTurn(() => {
        began.push(n)
        return new Promise<void>((done, fail) => ends.push(n === 0 ? () => fail(new Error('refused')) : done))
      })
    const all = Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(one))
    await Promise.resolve()
    expect(began).toEqual([0, 1, 2, 3, 4, 5])

    ends[0]?.()
    await expect.poll(() => began, { timeout: 500, interval: 10 }).toContain(6)
    for (const end of ends) end()
    expect((await all).filter(({ status }) => status === 'rejected')).toHaveLength(1)
  })

  it('that find no place within a second let others go first', async () => {
    const { inTurn } = paceOf()
    const never = Array.from({ length: 6 }, () => inTurn(() => new Promise(() => {})))

    await expect(inTurn(async () => 'late')).rejects.toMatchObject({ name: 'PlatformBusy', where: 'everywhere' })
    expect(never).toHaveLength(6)
  })
})
