import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PersonUnreachable } from '../../src/errors.ts'
import { repair } from '../../src/escalation/repair.ts'
import { openDoor } from '../../src/router/door.ts'
import { claimDue } from '../../src/timers/claim.ts'
import { fire } from '../../src/timers/fire.ts'
import { act } from '../../src/world.ts'
import { actingAs } from '../support/acting.ts'
import { dyingWorld } from './dying.ts'
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
/** A claim that led nowhere has run out. */
const forgetClaims = () => house.db.timer.updateMany({ data: { claimedUntil: null } })
const step = async () => {
  later(30)
  await forgetClaims()
  await house.wake()
}

/** What can happen, in any order; a worker dies anywhere in its transaction, or three of them do the same work. */
const DEEDS: Record<string, (question: number) => Promise<unknown>> = {
  step,
  crash: async (question) => {
    later(30)
    await forgetClaims()
    const dying = dyingWorld(house.world, question)
    for (const claim of await claimDue(house.db, house.now(), 10)) await fire(dying, claim)
    await house.settle()
  },
  'crash in a press': async (question) => {
    const { id } = await stateOf(house)
    const { chat, settle } = house
    const ben = actingAs(
      { door: openDoor(dyingWorld(house.world, question)), chat, flows: house.world.flows, settle },
      'ben',
    )
    await ben.send({ kind: 'press', action: 'escalation.take', value: id }).catch((error: Error) => {
      expect(error.message).toBe('killed')
    })
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
  'lost timers': async () => {
    await house.db.timer.deleteMany()
    await Promise.all([act(house.world, house.workspace, repair), act(house.world, house.workspace, repair)])
  },
  take: () => press('ben', 'take'),
  snooze: () => press('ada', 'snooze-hour'),
  resolve: () => house.as('ben').command('/trouble resolve'),
  reopen: () => house.as('ben').command('/trouble reopen'),
  'another owner': () => house.as('ben').command('/trouble owner <@zoe>'),
  'the owner again': () => house.as('ben').command('/trouble owner <@ben>'),
  exclude: () => house.as('zoe').command('/trouble exclude <@mei>'),
  'exclude nobody': () => house.as('zoe').command('/trouble exclude'),
  lose: async () => void house.chat.broken.set('@mei', new PersonUnreachable('blocked')),
  find: async () => void house.chat.broken.delete('@mei'),
}

it('tells nobody twice for a step, and nobody but a new round after it was taken, whatever happens', async () => {
  const deed = fc.record({ name: fc.constantFrom(...Object.keys(DEEDS)), question: fc.nat(60) })
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 10 }), async (deeds) => {
      for (const { name, question } of deeds) {
        const { state, round } = await stateOf(house)
        const before = house.chat.messages.length
        await DEEDS[name]!(question)
        const after = await stateOf(house)
        if (state !== 'open' && after.round === round) expect(house.chat.messages).toHaveLength(before)
      }
      const keys = house.chat.messages.filter(({ key }) => key.startsWith('escalation/')).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      const { state, nextAt, exhaustedAt, wokenAt } = await stateOf(house)
      if (state === 'open' && !exhaustedAt) expect(nextAt).not.toBeNull()
      if (state === 'acknowledged' && !wokenAt) expect(nextAt).not.toBeNull()
    }),
    { numRuns: 15 },
  )
}, 120_000)

it('loses no step, wherever a worker dies on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(60), { minLength: 5, maxLength: 8 }), async (questions) => {
      await house.as('ben').command('/trouble resolve')
      await house.as('ben').command('/trouble reopen')
      const { round } = await stateOf(house)
      for (const question of questions) {
        await DEEDS.crash!(question)
        await step()
      }

      const told = await house.db.escalationNotice.findMany({
        where: { round, outcome: 'told' },
        orderBy: { id: 'asc' },
      })
      const [ben, mei, ada] = [await house.member('ben'), await house.member('mei'), await house.member('ada')]
      expect(told.map(({ memberId }) => memberId)).toEqual([ben.id, ben.id, mei.id, ada.id, ada.id])
    }),
    { numRuns: 6 },
  )
}, 120_000)
