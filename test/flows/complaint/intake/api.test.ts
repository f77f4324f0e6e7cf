import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { complaint } from '../../../../src/flows/complaint/flow.ts'
import { act } from '../../../../src/world.ts'
import type { House } from '../../../support/house.ts'
import { fileOne, openOffice } from '../office.ts'

let house: House
beforeEach(async () => {
  house = await openOffice()
})
afterEach(() => house.close())

const call = complaint.api!.complaints!.post!
const file = (body: object) =>
  act(house.world, house.workspace, (ctx) => call.run(ctx, call.body.parse(body), {})) as Promise<
    Record<string, unknown>
  >
const ZHANG = {
  customer: { name: 'Zhang Wei', contact: 'zhang@x.example' },
  what: '水壶漏水，要求退款',
  product: '水壶',
}

describe('filing by a program', () => {
  it('answers with the reference, state, owner and the deadlines', async () => {
    const answer = await file({ ...ZHANG, evidence: ['https://a.example/1'] })

    expect(answer).toEqual({
      reference: 'C-000001',
      state: 'received',
      owner: 'Ben',
      acknowledgeBy: '2026-03-03T08:00:00Z',
      replyBy: '2026-03-03T08:00:00Z',
      similar: [],
    })
    expect(call.answer.safeParse(answer).success).toBe(true)
    expect(await house.db.complaint.findFirst()).toMatchObject({
      ...{ source: 'api', via: 'other', severity: 2, type: 'product', suggestedSeverity: 2, filedById: null },
    })
  })

  it('names what may be the same and files all the same, but never a confidential one', async () => {
    await fileOne(house, { customer: ZHANG.customer })
    await fileOne(house, { customer: ZHANG.customer, confidential: true })

    expect(await file(ZHANG)).toMatchObject({ reference: 'C-000003', similar: ['C-000001'] })
  })

  it('takes what the program decides', async () => {
    const decided = { severity: 1, type: 'billing', via: 'email', confidential: true }
    await file({ ...ZHANG, ...decided })

    expect(await house.db.complaint.findFirst()).toMatchObject(decided)
  })

  it.each([
    { ...ZHANG, receivedAt: '2026-03-01T00:00:00Z' },
    { ...ZHANG, severity: 5 },
    { ...ZHANG, type: 'rumour' },
    { ...ZHANG, evidence: ['javascript:alert(1)'] },
    { ...ZHANG, what: '' },
    { ...ZHANG, what: 'x'.repeat(12_001) },
    { ...ZHANG, customer: { name: ' ' } },
    { ...ZHANG, customer: { name: 'Zhang', locale: 'fr' } },
    { what: 'x' },
  ])('refuses %o', (body) => {
    expect(call.body.safeParse(body).success).toBe(false)
  })
})
