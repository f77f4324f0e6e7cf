import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../src/audit/record.ts'
import { sealAudit } from '../../src/audit/seal.ts'
import { verifyAudit } from '../../src/audit/verify.ts'
import { act } from '../../src/world.ts'
import { type House, openHouse } from '../support/house.ts'

describe('the audit trail', () => {
  let house: House
  const write = (action: string) =>
    act(house.world, house.workspace, (ctx) =>
      record(ctx, { action, subject: 'thing:1', detail: { b: [1, { d: 1, c: 2 }], a: '好' } }),
    )

  beforeEach(async () => {
    house = await openHouse({ flows: [], now: '2026-11-23T08:00:00Z', people: [] })
  })
  afterEach(() => house.close())

  it('seals what was written at once by many into one chain that verifies', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, number) => write(`toy.${number}`)))
    await Promise.all([sealAudit(house.db), sealAudit(house.db), sealAudit(house.db)])
    await write('toy.later')
    await sealAudit(house.db)

    expect(await verifyAudit(house.db, house.workspace.id)).toEqual({ entries: 31, brokenAt: null })
  })

  it('names the first entry that was tampered with', async () => {
    for (const action of ['toy.a', 'toy.b', 'toy.c']) await write(action)
    await sealAudit(house.db)
    await house.db.$executeRawUnsafe('ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL')
    await house.db.auditEntry.updateMany({ where: { seq: 2 }, data: { action: 'toy.harmless' } })

    expect(await verifyAudit(house.db, house.workspace.id)).toEqual({ entries: 1, brokenAt: 2n })
  })

  it('refuses to be changed or deleted', async () => {
    await write('toy.a')
    await sealAudit(house.db)

    await expect(house.db.auditEntry.updateMany({ data: { action: 'toy.b' } })).rejects.toThrow('append-only')
    await expect(house.db.auditEntry.deleteMany()).rejects.toThrow('append-only')
  })
})
