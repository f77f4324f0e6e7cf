import { Temporal } from 'temporal-polyfill'
import type { Flow } from '../../../src/flow.ts'
import { ops } from '../../../src/flows/ops/flow.ts'
import { say } from '../../../src/outbox/say.ts'
import { plan } from '../../../src/timers/plan.ts'
import { act } from '../../../src/world.ts'
import type { House } from '../../support/house.ts'
import { cardSaying, toyFlow } from '../../support/toy-flow.ts'
import { openOffice } from './office.ts'

export const NOON = '2026-03-04T11:00:00Z'

/** Wednesday noon in an office where a worker has just been seen. */
export async function openTroubledOffice(flows: readonly Flow[] = [ops, toyFlow().flow]): Promise<House> {
  const house = await openOffice(flows)
  await seen(house, 0)
  return house
}

/** The workers were last seen so many minutes ago, with this in their queue. */
export async function seen({ db }: House, minutes: number): Promise<void> {
  const depths = JSON.stringify({ timers: { waiting: 3, active: 1 }, deliveries: { waiting: 0, active: 2 } })
  await db.$executeRaw`
    INSERT INTO "Pulse" ("id", "at", "depths") VALUES (1, now() - interval '1 minute' * ${minutes}, ${depths}::jsonb)
    ON CONFLICT ("id") DO UPDATE SET "at" = EXCLUDED."at", "depths" = EXCLUDED."depths"`
}

export const ring = (house: House, subject: string, about?: string): Promise<void> =>
  act(house.world, house.workspace, (ctx) =>
    plan(ctx, { kind: 'toy.ring', subject, at: Temporal.Instant.from(NOON), ...(about && { about }) }),
  )

export async function givenUpTimer(house: House, subject: string): Promise<bigint> {
  await ring(house, subject, 'What somebody wrote')
  const where = { subject }
  await house.db.timer.updateMany({ where, data: { attempts: 10, lastError: 'no luck with what somebody wrote' } })
  return (await house.db.timer.findFirstOrThrow({ where })).id
}

export async function unsaid(house: House, key: string, to: { person: string } | { channel: string }): Promise<void> {
  await act(house.world, house.workspace, (ctx) => say(ctx, { key, to, card: cardSaying('What somebody wrote') }))
}

export async function givenUpPost(house: House, key: string, handle = 'ben'): Promise<bigint> {
  await unsaid(house, key, { person: (await house.member(handle)).id })
  const data = { state: 'undeliverable', attempts: 10, givenUpAt: new Date('2026-03-04T10:00:00Z') }
  await house.db.post.updateMany({ where: { key }, data })
  return (await house.db.post.findFirstOrThrow({ where: { key } })).id
}
