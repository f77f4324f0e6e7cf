import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PersonUnreachable } from '../../src/errors.ts'
import { INSTALLATION } from '../support/acting.ts'
import { LADDER, type Office, openOffice, reasons, stateOf, step, toldTo, trouble, withPolicy } from './office.ts'

let house: Office
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const leaves = async (who: string) => {
  const profile = { ...house.chat.people.get(who)!, active: false }
  house.chat.people.set(who, profile)
  await house.door.notice({ platform: 'playground', installation: INSTALLATION, kind: 'person-changed', profile })
  await house.settle()
}
const away = (who: string) => house.as(who).command('/ops away 2026-03-02 2026-03-06')

describe('whoever cannot act', () => {
  it('hands to the backup when away, and the backup reads for whom', async () => {
    await withPolicy(house, LADDER)
    await away('ben')
    await trouble(house)

    expect(toldTo(house, 'ben')).toEqual([])
    expect(toldTo(house, 'ana')).toEqual([expect.stringContaining('You stand in for Ben, who is away.')])
    expect(await reasons(house)).toEqual(['0 away'])
  })

  it('hands to the manager having left, and an open step goes on without them at once', async () => {
    await withPolicy(house, LADDER)
    await trouble(house)
    await leaves('ben')

    expect(toldTo(house, 'mei')).toEqual([expect.stringContaining('Ben 已经离开，由你代为处理。')])
    expect(toldTo(house, 'ana')).toEqual([])
  })

  it('is passed over when the platform cannot reach them, at once', async () => {
    await withPolicy(house, LADDER)
    house.chat.broken.set('@ben', new PersonUnreachable('blocked'))
    house.chat.broken.set('@ana', new PersonUnreachable('blocked'))
    await trouble(house)
    await house.settle()

    expect(toldTo(house, 'mei')).toHaveLength(1)
    expect(await reasons(house)).toEqual(['0 unreachable', '0 unreachable'])
    expect((await stateOf(house)).step).toBe(0)
  })

  it('does not make the others of that step hear it twice', async () => {
    await house.as('ada').command('/ops admin grant <@zoe>')
    house.chat.broken.set('@zoe', new PersonUnreachable('blocked'))
    await withPolicy(house, [step(0, 'admins'), step(30, 'owner')])
    await trouble(house)
    await house.settle()

    expect(toldTo(house, 'ada')).toHaveLength(1)
    expect(toldTo(house, 'ben')).toEqual([])
    expect(await reasons(house)).toEqual(['0 unreachable'])
  })

  it('is left in peace outside working hours where the step says so', async () => {
    await house.as('ana').command('/ops me zone:America/New_York')
    await withPolicy(house, [{ ...step(0, 'backup'), respectWorkingHours: true }, step(30, 'admins')])
    await house.as('ada').command('/ops manager <@ana> none')
    await trouble(house)

    expect(toldTo(house, 'ana')).toEqual([])
    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('You are told as an administrator.')])
    expect(await reasons(house)).toEqual(['0 off-hours', '0 no-manager'])
  })

  it('ends a circle of managers at the administrators', async () => {
    const [{ id: ben }, { id: mei }] = [await house.member('ben'), await house.member('mei')]
    await house.db.member.update({ where: { id: mei }, data: { managerId: ben } })
    await withPolicy(house, [step(0, 'managers-manager')])
    await trouble(house)

    expect(toldTo(house, 'ada')).toEqual([expect.stringContaining('You are told as an administrator.')])
    expect(await reasons(house)).toEqual(['0 loop'])
  })
})
