import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChannelClosed, PersonUnreachable } from '../../../../src/errors.ts'
import { cardOf, type House } from '../../../support/house.ts'
import { wordsOf } from '../../../support/words.ts'
import { fileOne, nowOf, openOffice, storyOf, toldTo } from '../office.ts'
import { bring, say } from './along.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const ownerOf = async (complaint: { id: string }) =>
  (await house.db.member.findFirstOrThrow({ where: { id: (await nowOf(house, complaint)).ownerId } })).name

async function leaves(handle: string): Promise<void> {
  const profile = house.chat.people.get(handle)!
  await house.door.notice({
    ...{ platform: 'playground', installation: 'acme', kind: 'person-changed' },
    profile: { ...profile, active: false },
  })
  await house.settle()
}

describe('an owner who leaves', () => {
  it('leaves what is open to the manager, who is told, and what has ended as it was', async () => {
    const [one, done] = [await fileOne(house), await bring(house, await fileOne(house), 'acknowledged')]
    const closed = await fileOne(house)
    const asked = await say(house, 'ben', closed, 'merge into C-1')
    await house.as('ben').press(cardOf(asked), 'Merge')
    await leaves('ben')

    expect([await ownerOf(one), await ownerOf(done), await ownerOf(closed)]).toEqual(['Kai', 'Kai', 'Ben'])
    expect(await storyOf(house, one)).toContain('assigned')
    expect(toldTo(house, 'kai', 'C-000001').length).toBeGreaterThan(0)
  })

  it('does not leave it to a manager whom it is about', async () => {
    const one = await fileOne(house, { named: ['kai'] })
    await leaves('ben')

    expect(await ownerOf(one)).toBe('Tom')
  })

  it('leaves it to the manager’s stand-in while the manager is away', async () => {
    await house.as('mei').command('/ops manager <@kai> <@tom> backup:<@ana>')
    await house.as('kai').command('/ops away today')
    const one = await fileOne(house)
    await leaves('ben')

    expect(await ownerOf(one)).toBe('Ana')
  })
})

describe('an owner whom nothing reaches', () => {
  it('is named under the card and to the manager', async () => {
    house.chat.broken.set('@ben', new PersonUnreachable('blocked'))
    await fileOne(house)

    const said = house.inChannel('triage').map(({ card }) => wordsOf(card))
    expect(said.join('\n')).toContain('I cannot reach Ben, who owns C-000001.')
    expect(toldTo(house, 'kai', 'I cannot reach Ben').length).toBe(1)
  })

  it('is named to the manager alone where it is confidential', async () => {
    house.chat.broken.set('@ben', new PersonUnreachable('blocked'))
    await fileOne(house, { confidential: true })

    expect(house.inChannel('triage')).toEqual([])
    expect(toldTo(house, 'kai', 'I cannot reach Ben').length).toBe(1)
  })
})

describe('a triage channel where nothing arrives any more', () => {
  it('is told to the administrators, once', async () => {
    house.chat.broken.set('#triage', new ChannelClosed('archived'))
    await fileOne(house)
    await fileOne(house)

    expect(toldTo(house, 'mei', 'the triage channel of complaints').length).toBe(1)
  })
})
