import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insidersOf, maySee, onlyVisible } from '../../../../src/flows/complaint/sight.ts'
import type { Complaint } from '../../../../src/flows/complaint/store/complaints.ts'
import { changeComplaint } from '../../../../src/flows/complaint/store/complaints.ts'
import type { House } from '../../../support/house.ts'
import { fileOne, openOffice, saidIn } from '../office.ts'
import { say } from './along.ts'

const EVERYBODY = ['mei', 'ben', 'kai', 'lin', 'tom', 'ana', 'li', 'guest']
let house: House
beforeAll(async () => {
  house = await openOffice()
})
afterAll(() => house.close())

async function whoSees(complaint: Complaint): Promise<string[]> {
  const seeing: string[] = []
  for (const handle of EVERYBODY) {
    const member = await house.member(handle)
    const sees = await maySee(house.db, member, complaint, house.now())
    expect(await onlyVisible(house.db, member, [complaint], house.now())).toEqual(sees ? [complaint] : [])
    if (sees) seeing.push(handle)
  }
  return seeing
}

const secret = (more: Parameters<typeof fileOne>[1] = {}) => fileOne(house, { confidential: true, ...more })

describe('a complaint', () => {
  it('is seen by every colleague, and by no guest', async () => {
    expect(await whoSees(await fileOne(house))).toEqual(['mei', 'ben', 'kai', 'lin', 'tom', 'ana', 'li'])
  })

  it('that is confidential is seen by its owner, those above and administrators', async () => {
    expect(await whoSees(await secret())).toEqual(['mei', 'ben', 'kai', 'tom'])
  })

  it('that is confidential is never seen by whom it is about', async () => {
    expect(await whoSees(await secret({ named: ['kai'] }))).toEqual(['mei', 'ben', 'tom'])
  })

  it('about an administrator is seen by that one only where there is no other', async () => {
    const one = await secret({ named: ['mei'] })
    expect(await whoSees(one)).toEqual(['mei', 'ben', 'kai', 'tom'])
    await house.as('mei').command('/ops admin grant <@ana>')
    expect(await whoSees(one)).toEqual(['ben', 'kai', 'tom', 'ana'])
    await house.as('mei').command('/ops admin revoke <@ana>')
  })

  it('that is confidential looks to others as if it did not exist', async () => {
    const one = await secret()

    expect(saidIn(await say(house, 'ana', one, 'acknowledge'))).toContain('There is no complaint C-')
    expect(saidIn(await say(house, 'ana', one, 'acknowledge'))).not.toContain('Ben')
  })

  it('is asked about many at once as about each', async () => {
    const many = [await secret(), await fileOne(house), await secret({ named: ['tom'] })]
    const tom = await house.member('tom')

    expect(await onlyVisible(house.db, tom, many, house.now())).toEqual([many[0], many[1]])
    expect((await insidersOf(house.db, many[2] as Complaint)).has(tom.id)).toBe(false)
  })

  it('is seen by an approver who is asked, and by whoever stands in for an owner who is away', async () => {
    const one = await secret({ severity: 1 })
    const [li, ben] = [await house.member('li'), await house.member('ben')]
    await house.db.complaintProposal.create({
      data: { complaintId: one.id, text: '', byId: ben.id, at: one.receivedAt, state: 'pending', approverId: li.id },
    })
    expect(await whoSees(one)).toEqual(['mei', 'ben', 'kai', 'tom', 'li'])
    await house.as('ben').command('/ops away today')

    expect(await whoSees(one)).toEqual(['mei', 'ben', 'kai', 'lin', 'tom', 'li'])
    expect(await maySee(house.db, await house.member('lin'), one)).toBe(false)
    await house.as('ben').command('/ops back')
  })

  it('is seen by whoever it was escalated to', async () => {
    const one = await secret({ severity: 1 })
    const moved = await changeComplaint(house.db, one, { ownerId: (await house.member('li')).id })
    expect(await whoSees(moved)).toEqual(['mei', 'li'])
    await changeComplaint(house.db, one, { ownerId: one.ownerId })
    await house.advanceTo('2026-03-02T09:35:00Z')

    expect(await whoSees(moved)).toEqual(['mei', 'ben', 'kai', 'li'])
  })
})
