import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChannelClosed, PersonUnreachable } from '../../../src/errors.ts'
import { INSTALLATION } from '../../support/acting.ts'
import type { House } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'
import { answer, cardWordsOf, digestOf, digestsIn, openOffice, saidIn, setUpDaily, toldTo } from './office.ts'

const EVERYBODY = { participants: ['ben', 'mei', 'ana'] }

describe('people who can take part no more', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house, EVERYBODY)
  })
  afterEach(() => house.close())

  const leaves = async (who: string) => {
    const profile = { ...house.chat.people.get(who)!, active: false }
    house.chat.people.set(who, profile)
    await house.door.notice({ platform: 'playground', installation: INSTALLATION, kind: 'person-changed', profile })
    await house.settle()
  }
  const participants = async () => {
    const rows = await house.db.standupParticipant.findMany()
    const members = await house.db.member.findMany({ where: { id: { in: rows.map(({ memberId }) => memberId) } } })
    return members.map(({ name }) => name).sort()
  }

  it('takes out who has left, waits for them no more and tells the lead once', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await answer(house, 'ben', 'Done')
    await answer(house, 'mei', '完成')

    await leaves('ana')
    await leaves('ana')

    expect(await participants()).toEqual(['Ben', 'Mei'])
    expect(toldTo(house, 'ben', 'Ana is no longer here and was taken out of Daily.')).toHaveLength(1)
    expect(digestOf(house)).toContain('Ben')
    expect(digestOf(house)).not.toContain('Ana')
  })

  it('takes out who cannot be reached', async () => {
    house.chat.broken.set('@ana', new PersonUnreachable('blocked'))
    await house.advanceTo('2026-03-02T08:01:00Z')

    expect(await participants()).toEqual(['Ben', 'Mei'])
    expect(toldTo(house, 'ben', 'I can’t reach Ana privately any more')).toHaveLength(1)
    expect(cardWordsOf(house)).not.toContain('Ana')
  })

  it('passes the lead on to the lead’s manager', async () => {
    const { id: managerId } = await house.member('mei')
    await house.db.member.updateMany({ where: { name: 'Ben' }, data: { managerId } })

    await leaves('ben')

    expect(await house.db.standup.findFirst()).toMatchObject({ leadId: managerId })
    expect(toldTo(house, 'mei', '“Daily”的负责人 Ben 无法继续，现在由你负责。')).toHaveLength(1)
    expect(await participants()).toEqual(['Ana', 'Mei'])
  })

  it('passes it to an administrator, or else to who has taken part the longest', async () => {
    await house.db.member.updateMany({ data: { roles: [] } })
    await leaves('ben')

    const { leadId } = await house.db.standup.findFirstOrThrow()
    expect((await house.db.member.findUniqueOrThrow({ where: { id: leadId } })).leftAt).toBeNull()
  })

  it('hands a word that did not reach the lead to whoever leads then', async () => {
    await house.db.member.updateMany({ where: { name: 'Mei' }, data: { roles: ['admin'] } })
    await setUpDaily(house, { name: 'Away', participants: ['ana'], channel: 'team' })
    house.chat.broken.set('@ben', new PersonUnreachable('blocked'))

    await leaves('ana')

    const passedOn = toldTo(house, 'mei', '这条消息原本要发给 Ben')
    expect(passedOn.map((said) => /taken out of (\w+)/.exec(said)?.[1]).sort()).toEqual(['Away', 'Daily'])
    expect(await house.db.standup.findFirst({ where: { name: 'Away' } })).toMatchObject({
      leadId: (await house.member('mei')).id,
    })
  })

  it('asks nobody any more when the last one has left', async () => {
    for (const who of ['ana', 'ben']) await leaves(who)
    await leaves('mei')
    await house.advanceTo('2026-03-04T12:00:00Z')

    expect(house.inChannel('general')).toEqual([])
  })
})

describe('a channel that is closed', () => {
  let house: House
  beforeEach(async () => {
    house = await openOffice()
    await setUpDaily(house)
  })
  afterEach(() => house.close())

  it('pauses the stand-up with a word to the lead, keeps the answers and goes on elsewhere', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    await answer(house, 'ben', 'Done')
    house.chat.channels.set('general', { name: 'general', open: false })
    await house.door.notice({
      platform: 'playground',
      installation: INSTALLATION,
      kind: 'channel-closed',
      channel: 'general',
    })
    await house.settle()

    expect(toldTo(house, 'ben', 'I can’t post in #general any more, so Daily is paused.')).toHaveLength(1)
    await house.advanceTo('2026-03-03T08:01:00Z')
    expect(house.inChannel('general').filter(({ key }) => key.endsWith('/card'))).toHaveLength(1)
    expect(await house.db.standupAnswer.count()).toBeGreaterThan(0)
    expect(saidIn(await house.as('ben').command('/standup resume Daily'))).toContain('Choose another channel')
  })

  it('hands the digest to the lead when it cannot be posted', async () => {
    await house.advanceTo('2026-03-02T08:01:00Z')
    house.chat.broken.set('#general', new ChannelClosed('archived'))

    await answer(house, 'ben', 'The report')
    await answer(house, 'mei', '报告')

    expect(digestsIn(house)).toEqual([])
    const [digest] = toldTo(house, 'ben', 'I could not post this digest of Daily')
    expect(digest).toContain('The report')
    expect(toldTo(house, 'ben', 'is paused')).toHaveLength(1)
    expect(wordsOf(house.as('mei').lastDirect().card)).toContain('谢谢')
  })
})
