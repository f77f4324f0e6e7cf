import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../../src/database/transaction.ts'
import type { Member } from '../../src/database/types.ts'
import { channelOf } from '../../src/people/channels.ts'
import { adminsOf } from '../../src/people/members.ts'
import { grant, revoke } from '../../src/people/roles.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { atOnce } from './at-once.ts'

let house: TestDatabase
beforeAll(async () => {
  house = await testDatabase()
})
afterAll(() => house.close())

async function company(...names: string[]): Promise<Member[]> {
  const { id: workspaceId } = await house.db.workspace.create({ data: { name: 'Acme' } })
  const people = names.map((name) => ({ workspaceId, name, timeZone: 'UTC', locale: 'en', roles: ['admin'] }))
  return house.db.member.createManyAndReturn({ data: people })
}

it('never takes the role from the last administrator', async () => {
  const [mei] = await company('Mei')

  expect(await revoke(house.db, mei!, 'admin')).toBe('last')
  expect(await adminsOf(house.db, mei!.workspaceId)).toHaveLength(1)
})

it('leaves one when two administrators take the role from each other at once', async () => {
  const [mei, ben] = await company('Mei', 'Ben')

  const outcomes = await atOnce(
    house.db,
    'Member',
    [mei!, ben!].map((admin) => () => inTransaction(house.db, (db) => revoke(db, admin, 'admin'))),
  )

  expect(outcomes.sort()).toEqual(['last', 'revoked'])
  expect(await adminsOf(house.db, mei!.workspaceId)).toHaveLength(1)
})

it('holds a role once, however often it is granted', async () => {
  const [mei] = await company('Mei')

  await grant(house.db, mei!, 'admin')

  expect((await adminsOf(house.db, mei!.workspaceId))[0]?.roles).toEqual(['admin'])
})

it('knows a channel by its id and follows its name', async () => {
  const { id } = await house.db.workspace.create({ data: { name: 'Acme' } })

  const made = await Promise.all(
    ['ops', 'ops', 'ops'].map((name) => channelOf(house.db, id, 'playground', { externalId: 'C1', name })),
  )
  const renamed = await channelOf(house.db, id, 'playground', { externalId: 'C1', name: 'operations' })

  expect(new Set(made.map((channel) => channel.id))).toEqual(new Set([renamed.id]))
  expect(renamed.name).toBe('operations')
})
