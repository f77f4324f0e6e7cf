import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, type House } from '../../support/house.ts'
import { read } from './office.ts'
import { givenUpPost, givenUpTimer, openTroubledOffice, ring, seen, unsaid } from './trouble.ts'

let house: House
beforeEach(async () => {
  house = await openTroubledOffice()
})
afterEach(() => house.close())

const health = (who = 'ben') => house.as(who).command('/ops health')

describe('/ops health', () => {
  it('says that all is well', async () => {
    const reply = await health()

    expect(cardOf(reply)).toMatchObject({ tone: 'good', summary: expect.stringContaining('All is well') })
    expect(read(reply)).toBe(
      [
        'Health',
        'All is well: nothing is late, and nothing waits for a decision.',
        'Oldest overdue: nothing',
        'Waiting: 0 planned tasks are due, 0 messages wait to be sent',
        'Workers: at work, seen less than a minute ago',
        'Queue, less than a minute ago: planned tasks: 3 waiting, 1 in hand; deliveries: 0 waiting, 2 in hand',
        'Last repair: nothing',
      ].join('\n'),
    )
  })

  it.each(['/ops 健康', '/ops 运行状况'])('answers in Chinese to %s', async (typed) => {
    expect(read(await house.as('mei').command(typed))).toContain('一切正常：没有逾期的事项，也没有需要处理的失败项。')
  })

  it('names the oldest overdue timer by what it does, and for administrators by what it is about', async () => {
    house.sleepUntil('2026-03-04T12:05:00Z')
    await ring(house, 'daily', 'Daily sync')
    await house.db.timer.updateMany({ data: { attempts: 3 } })

    expect(read(await health())).toContain('Oldest overdue: Toy: rings, 1 h 5 min late, tried 3 times')
    const reply = await health('ada')

    expect(cardOf(reply).tone).toBe('warning')
    expect(read(reply)).toContain('Oldest overdue: Toy: rings (Daily sync), 1 h 5 min late, tried 3 times')
    expect(read(reply)).toContain('Waiting: 1 planned task is due, 0 messages wait to be sent')
  })

  it('names the message that waits longest, without a word of it', async () => {
    await unsaid(house, 'toy/1', { person: (await house.member('mei')).id })
    house.sleepUntil('2026-03-04T11:03:00Z')

    const said = read(await health())

    expect(said).toContain('Oldest overdue: Toy: a message to a person, 3 min late')
    expect(said).not.toContain('What somebody wrote')
  })

  it('is not alarmed by what is on its way', async () => {
    await unsaid(house, 'toy/1', { person: (await house.member('mei')).id })
    await ring(house, 'now')
    house.sleepUntil('2026-03-04T11:00:30Z')

    expect(cardOf(await health()).tone).toBe('good')
  })

  it('does not take a card that was changed just now for an old one', async () => {
    await unsaid(house, 'toy/1', { person: (await house.member('mei')).id })
    await house.db.post.updateMany({ data: { deliveredAt: new Date() } })
    house.sleepUntil('2026-03-06T11:00:00Z')

    expect(read(await health())).toContain('Oldest overdue: nothing')
  })

  it('says clearly that no worker is running', async () => {
    await seen(house, 3)
    const silent = await health()
    await house.db.pulse.deleteMany()
    const never = await health()

    expect(cardOf(silent).tone).toBe('warning')
    expect(read(silent)).toContain('No worker is running: the last one was seen 3 min ago.')
    expect(read(silent)).not.toContain('at work')
    expect(read(never)).toContain('No worker is running, and none has been seen yet.')
  })

  it('says which connection is broken and which one asks to wait', async () => {
    await house.db.$executeRaw`UPDATE "Installation" SET "busyUntil" = now() + interval '1 minute'`
    const busy = await health()
    const broken = await withAnotherBroken()

    expect(cardOf(busy).tone).toBe('good')
    expect(read(busy)).toContain('Playground asks us to wait; its messages follow by themselves.')
    expect(cardOf(broken).tone).toBe('warning')
    expect(read(broken)).toContain('Chat does not let us in (token_revoked): its messages wait.')
  })

  /** Where somebody asks, the connection works: they are heard. */
  async function withAnotherBroken() {
    const { id: workspaceId } = house.workspace
    await house.db.installation.create({
      data: { workspaceId, platform: 'chat', externalId: 'x', brokenWhy: 'token_revoked' },
    })
    return health()
  }

  it('tells of the last repair here, and not of one elsewhere', async () => {
    const elsewhere = await house.db.workspace.create({ data: { name: 'elsewhere' } })
    await house.db.repair.createMany({
      data: [
        { workspaceId: house.workspace.id, what: 'post', count: 2 },
        { workspaceId: elsewhere.id, what: 'timer', count: 9 },
      ],
    })
    await house.db.$executeRaw`UPDATE "Repair" SET "at" = now() - interval '65 minutes'`
    const posts = read(await health())
    await house.db.repair.create({ data: { workspaceId: house.workspace.id, what: 'toy', count: 1 } })

    expect(posts).toContain('Last repair: 2 messages left half sent, 1 h 5 min ago')
    expect(read(await health())).toContain('Last repair: Toy: 1 mended, less than a minute ago')
  })
})

describe('what was given up', () => {
  it('is described by flow and kind, never by what was written', async () => {
    await givenUpTimer(house, 'a')
    await givenUpPost(house, 'toy/1')
    await givenUpPost(house, 'reply/1')

    for (const who of ['ben', 'ada']) {
      const reply = await health(who)
      expect(read(reply)).toContain('Given up after many tries: 3')
      expect(read(reply)).toContain('Toy: rings. Was due Wed, 4 Mar 2026, 12:00, tried 10 times.')
      expect(read(reply)).toContain('Toy: a message to a person. Given up Wed, 4 Mar 2026, 11:00.')
      expect(read(reply)).toContain('An answer: a message to a person.')
      expect(JSON.stringify(reply)).not.toMatch(/omebody wrote|no luck/)
    }
  })

  it('has buttons, and says for whom it was, for administrators alone', async () => {
    await givenUpPost(house, 'toy/1')

    const [ada, ben] = [read(await health('ada')), read(await health('ben'))]

    expect(ada).toContain('For @Ben\n[Retry] [Drop]')
    expect(ben).not.toMatch(/@Ben|\[/)
    expect(ben).toContain('Administrators can retry or drop what was given up.')
  })

  it('does not count what found nobody', async () => {
    await givenUpPost(house, 'toy/1')
    await house.db.post.updateMany({ data: { givenUpAt: null } })

    expect(read(await health('ada'))).toContain('All is well')
  })

  it('is listed ten at a time, the earliest first', async () => {
    for (let number = 1; number <= 8; number++) await givenUpTimer(house, `timer ${number}`)
    for (let number = 1; number <= 5; number++) await givenUpPost(house, `toy/${number}`)

    const said = read(await health('ada'))

    expect(said.match(/\[Retry\]/g)).toHaveLength(10)
    expect(said).toContain('Given up after many tries: 13')
    expect(said).toContain('… and 3 more.')
    expect(said.indexOf('a message to a person')).toBeLessThan(said.indexOf('rings'))
  })

  it('of another workspace is not seen', async () => {
    await givenUpTimer(house, 'a')
    await givenUpPost(house, 'toy/1')
    const { id } = await house.db.workspace.create({ data: { name: 'elsewhere' } })
    await house.db.timer.updateMany({ data: { workspaceId: id } })
    await house.db.post.updateMany({ data: { workspaceId: id } })

    expect(read(await health('ada'))).toContain('All is well')
  })
})
