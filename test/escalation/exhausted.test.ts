import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChannelClosed } from '../../src/errors.ts'
import { type Office, openOffice, reasons, stateOf, step, toldTo, trouble, withPolicy, wordsOf } from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const setFallback = async (channel: string) => {
  const { id: fallbackChannelId } = await house.channel(channel)
  await house.db.escalationSettings.create({ data: { workspaceId: house.workspace.id, fallbackChannelId } })
}

describe('an exhausted chain', () => {
  it('tells the fallback channel in so many words, an hour after the last step', async () => {
    await setFallback('alarm')
    await withPolicy(house, [step(0, 'owner')])
    await trouble(house)

    await house.advanceTo('2026-03-02T08:59:59Z')
    const early = house.inChannel('alarm')
    await house.advanceTo('2026-03-02T20:00:00Z')

    expect(early).toEqual([])
    expect(house.inChannel('alarm').map(({ card }) => wordsOf(card))).toEqual([
      expect.stringContaining('Nobody on the chain has taken this: everybody was told or passed over.'),
    ])
    expect(house.news.map(({ kind }) => kind)).toEqual(['exhausted'])
    expect((await stateOf(house)).exhaustedAt).not.toBeNull()
  })

  it('tells the administrators in the same words when there is no such channel', async () => {
    await withPolicy(house, [step(0, 'owner')])
    await trouble(house)
    await house.advanceTo('2026-03-02T09:00:00Z')

    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('Nobody on the chain has taken this')])
    expect(await reasons(house)).toEqual([])
  })

  it('tells the administrators when that channel is closed', async () => {
    await setFallback('alarm')
    house.chat.broken.set('#alarm', new ChannelClosed('archived'))
    await withPolicy(house, [step(0, 'owner')])
    await trouble(house)

    await house.advanceTo('2026-03-02T09:00:00Z')

    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('Nobody on the chain has taken this')])
    expect(await reasons(house)).toEqual(['1 closed'])
  })

  it('comes at once when nobody at all can be told', async () => {
    await setFallback('alarm')
    await withPolicy(house, [step(0, 'manager'), step(30, 'backup')])
    await trouble(house, 'zoe')

    expect(house.inChannel('alarm')).toHaveLength(1)
    expect(await reasons(house)).toEqual(['0 no-manager', '1 no-backup'])
  })
})
