import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PersonUnreachable } from '../../src/errors.ts'
import { stepOnTime } from '../../src/escalation/walk.ts'
import { claimDue } from '../../src/timers/claim.ts'
import { fire } from '../../src/timers/fire.ts'
import { act } from '../../src/world.ts'
import { LADDER, type Office, openOffice, stateOf, trouble, withPolicy } from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
  await withPolicy(house, [{ ...LADDER[0]!, repeatEvery: 10, times: 1 }, ...LADDER.slice(1)], 30)
  await trouble(house)
})
afterEach(() => house.close())

const press = async (who: string, button: string) => {
  const { id } = await stateOf(house)
  await house.as(who).send({ kind: 'press', action: `escalation.${button}`, value: id })
}
const later = (minutes: number) => house.sleepUntil(house.now().add({ minutes }).toString())

/** What can happen, in any order; a worker dies before its commit, or three of them do the same work. */
const DEEDS: Record<string, () => Promise<unknown>> = {
  step: async () => {
    later(30)
    await house.wake()
  },
  crash: async () => {
    later(30)
    const { id } = await stateOf(house)
    const dying = act(house.world, house.workspace, async (ctx) => {
      await stepOnTime(ctx, { subject: id, payload: null, dueAt: ctx.now })
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
  },
  thrice: async () => {
    later(30)
    const claims = await claimDue(house.db, house.now(), 10)
    await Promise.all(claims.flatMap((claim) => [claim, claim, claim]).map((claim) => fire(house.world, claim)))
    await house.settle()
  },
  race: async () => {
    later(30)
    const claims = await claimDue(house.db, house.now(), 10)
    await Promise.all([
      ...claims.map((claim) => fire(house.world, claim)),
      press('ben', 'take'),
      press('ben', 'snooze-hour'),
    ])
    await house.settle()
  },
  take: () => press('ben', 'take'),
  snooze: () => press('ada', 'snooze-hour'),
  resolve: () => house.as('ben').command('/trouble resolve'),
  reopen: () => house.as('ben').command('/trouble reopen'),
  lose: async () => void house.chat.broken.set('@mei', new PersonUnreachable('blocked')),
  find: async () => void house.chat.broken.delete('@mei'),
}

it('tells nobody twice for a step, and nobody but a new round after it was taken, whatever happens', async () => {
  const deeds = fc.array(fc.constantFrom(...Object.keys(DEEDS)), { minLength: 4, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(deeds, async (names) => {
      for (const name of names) {
        const { state, round } = await stateOf(house)
        const before = house.chat.messages.length
        await DEEDS[name]!()
        const after = await stateOf(house)
        if (state !== 'open' && after.round === round) expect(house.chat.messages).toHaveLength(before)
      }
      const keys = house.chat.messages.filter(({ key }) => key.startsWith('escalation/')).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      const told = await house.db.escalationNotice.groupBy({
        by: ['escalationId', 'round', 'step', 'repeat', 'place'],
        _count: true,
      })
      expect(told.filter(({ _count }) => _count > 1)).toEqual([])
      const { state, nextAt, exhaustedAt, wokenAt } = await stateOf(house)
      if (state === 'open' && !exhaustedAt) expect(nextAt).not.toBeNull()
      if (state === 'acknowledged' && !wokenAt) expect(nextAt).not.toBeNull()
    }),
    { numRuns: 12 },
  )
}, 120_000)
