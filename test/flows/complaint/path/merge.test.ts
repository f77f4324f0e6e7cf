import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardOf, errorsOf, formOf, type House } from '../../../support/house.ts'
import { fileOne, nowOf, openOffice, refOf, saidIn, storyOf } from '../office.ts'
import { bring, say } from './along.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

describe('merging', () => {
  it.each(['merge into C-2', 'merge C-2', '合并 到 C-2', '合并 到C-2', '合并 并入 Ｃ－２'])(
    'takes “%s”, asks first, and keeps both histories',
    async (words) => {
      const [one, other] = [await fileOne(house), await fileOne(house)]
      const asked = await say(house, 'ben', one, words)
      expect(saidIn(asked)).toContain('Merge C-000001 into C-000002?')
      expect((await nowOf(house, one)).state).toBe('received')
      await house.as('ben').press(cardOf(asked), 'Merge')

      expect(await nowOf(house, one)).toMatchObject({ state: 'merged', mergedIntoId: other.id })
      expect(await storyOf(house, one)).toEqual(['filed', 'merged'])
      expect(await storyOf(house, other)).toEqual(['filed', 'merged-in'])
      const clocks = await house.db.complaintClock.findMany({ where: { complaintId: one.id } })
      expect(clocks.map(({ state }) => state)).toEqual(['stopped', 'stopped'])
    },
  )

  it('makes both as severe as the more severe one, and asks for the approval that it needs', async () => {
    const [severe, minor] = [await fileOne(house, { severity: 1 }), await fileOne(house, { severity: 4 })]
    await bring(house, minor, 'proposed')
    const asked = await say(house, 'ben', severe, `merge into ${refOf(minor)}`)
    expect(saidIn(asked)).toContain('C-000002 becomes S1 critical')
    await house.as('ben').press(cardOf(asked), 'Merge')

    expect((await nowOf(house, minor)).severity).toBe(1)
    expect(saidIn(await say(house, 'ben', minor, 'reply'))).toContain('waits for Kai’s approval')
    const clock = await house.db.complaintClock.findFirstOrThrow({ where: { complaintId: minor.id, kind: 'reply' } })
    expect(clock.dueAt.toISOString()).toBe('2026-03-02T12:00:00.000Z')
    const [less, more] = [await fileOne(house, { severity: 4 }), await fileOne(house, { severity: 2 })]
    await house.as('ben').press(cardOf(await say(house, 'ben', less, `merge into ${refOf(more)}`)), 'Merge')
    expect((await nowOf(house, more)).severity).toBe(2)
  })

  it('asks by a form without a second reference', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]
    const form = formOf(await say(house, 'ben', one, 'merge'))
    expect(errorsOf(await house.as('ben').submit(form, { into: 'C-99' })).into).toContain('There is no complaint')
    const asked = await house.as('ben').submit(form, { into: refOf(other) })
    await house.as('ben').press(cardOf(asked), 'Merge')

    expect((await nowOf(house, one)).mergedIntoId).toBe(other.id)
  })

  it('refuses itself, what has ended, and what is confidential into what is not', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]
    const secret = await fileOne(house, { confidential: true, by: 'ben' })
    const asked = await say(house, 'ben', one, `merge into ${refOf(other)}`)

    expect(saidIn(await say(house, 'ben', one, `merge into ${refOf(one)}`))).toContain('into itself')
    expect(saidIn(await say(house, 'ben', secret, `merge into ${refOf(one)}`))).toContain('is confidential')
    await house.as('ben').press(cardOf(asked), 'Merge')
    const third = await fileOne(house)
    expect(saidIn(await say(house, 'ben', third, `merge into ${refOf(one)}`))).toContain(
      'nothing can be merged into it',
    )
    expect(saidIn(await house.as('ben').press(cardOf(asked), 'Merge'))).toContain('cannot be merged')
  })

  it('does not know a confidential complaint that is not for the asker', async () => {
    const one = await fileOne(house)
    const secret = await fileOne(house, { confidential: true })
    await say(house, 'mei', one, 'assign <@ana>')

    expect(saidIn(await say(house, 'ana', one, `merge into ${refOf(secret)}`))).toContain('There is no complaint')
  })

  it('closes no circle when two are merged into one another at once', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]
    const there = cardOf(await say(house, 'ben', one, `merge into ${refOf(other)}`))
    const back = cardOf(await say(house, 'mei', other, `merge into ${refOf(one)}`))
    await Promise.all([house.as('ben').press(there, 'Merge'), house.as('mei').press(back, 'Merge')])

    const states = [(await nowOf(house, one)).state, (await nowOf(house, other)).state]
    expect(states.toSorted()).toEqual(['merged', 'received'])
  })

  it('refuses one that was replied to', async () => {
    const one = await bring(house, await fileOne(house), 'replied')
    const other = await fileOne(house)

    expect(saidIn(await say(house, 'ben', one, `merge into ${refOf(other)}`))).toContain('it cannot be merged now')
  })
})

describe('two steps at the same moment', () => {
  it('do not both end it', async () => {
    const [one, other] = [await fileOne(house), await fileOne(house)]
    const merging = cardOf(await say(house, 'ben', one, `merge into ${refOf(other)}`))
    const withdrawing = formOf(await say(house, 'mei', one, 'withdraw All is well.'))
    const [merged, withdrawn] = await Promise.all([
      house.as('ben').press(merging, 'Merge'),
      house.as('mei').submit(withdrawing, {}),
    ])

    const { state } = await nowOf(house, one)
    expect((await storyOf(house, one)).slice(1)).toEqual([state])
    if (state === 'merged') expect(errorsOf(withdrawn)['']).toContain('cannot be withdrawn now')
    else expect(saidIn(merged)).toContain('cannot be merged now')
  })

  it('happen one after the other: the second answers what is possible now', async () => {
    const one = await bring(house, await fileOne(house), 'replied')
    const replies = await Promise.all([
      say(house, 'ben', one, 'reopen She calls again.'),
      say(house, 'mei', one, 'reopen She wrote.'),
    ])

    expect((await nowOf(house, one)).reopenings).toBe(1)
    const said = replies.map(saidIn)
    expect(said.filter((words) => words.includes('is open again')).length).toBe(1)
    expect(said.filter((words) => words.includes('Possible now:\n/complaint investigate')).length).toBe(1)
  })
})
