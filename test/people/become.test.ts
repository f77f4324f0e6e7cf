import { afterAll, beforeAll, expect, it } from 'vitest'
import { becomeOne } from '../../src/people/become.ts'
import { act } from '../../src/world.ts'
import { twoCompanies } from '../router/two-companies.ts'
import type { House } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await twoCompanies()
})
afterAll(() => house.close())

/** What was written once and tells how it was then, and the names by which messages are found. */
const HISTORY = [
  ...['AuditEntry.actorId', 'AuditEntry.detail', 'AuditEntry.subject', 'ComplaintEntry.detail', 'Member.id'],
  ...['EscalationNotice.postKey', 'Post.key', 'Post.ref'],
]

/** In which columns this id stands, alone or within something else. */
async function columnsNaming(id: string): Promise<string[]> {
  const columns = await house.db.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1, 2`
  const naming: string[] = []
  for (const { table, column } of columns) {
    const sql = `SELECT count(*)::int AS "count" FROM "${table}" WHERE strpos("${column}"::text, $1) > 0`
    const [row] = await house.db.$queryRawUnsafe<{ count: number }[]>(sql, id)
    if (row?.count) naming.push(`${table}.${column}`)
  }
  return naming
}

it('names the other one wherever somebody was named who turns out to be the same person', async () => {
  const [ben, ana] = [await house.member('ben'), await house.member('ana')]
  const before = await columnsNaming(ben.id)
  await act(house.world, house.workspace, (ctx) => becomeOne(ctx, ben, ana))

  expect(before.length).toBeGreaterThan(25)
  expect((await columnsNaming(ben.id)).filter((column) => !HISTORY.includes(column))).toEqual([])
  expect(await columnsNaming(ana.id)).toEqual(
    expect.arrayContaining(['Complaint.ownerId', 'Standup.leadId', 'StandupEntry.memberId', 'StandupBlocker.memberId']),
  )
})

it('keeps what both have said at the same stand-up, and takes part once', async () => {
  const [tom, ana] = [await house.member('tom'), await house.member('ana')]
  const entries = await house.db.standupEntry.count()
  await act(house.world, house.workspace, (ctx) => becomeOne(ctx, tom, ana))

  expect(await house.db.standupEntry.count()).toBe(entries)
  expect(await house.db.standupParticipant.count({ where: { memberId: tom.id } })).toBe(0)
  expect(await house.db.standupParticipant.count({ where: { memberId: ana.id } })).toBe(1)
})
