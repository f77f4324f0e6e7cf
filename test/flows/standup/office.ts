import { standup } from '../../../src/flows/standup/flow.ts'
import type { FieldValue } from '../../../src/chat/form.ts'
import { formOf, type House, openHouse, type Person } from '../../support/house.ts'

export const MONDAY_BEFORE_NINE = '2026-03-02T07:00:00Z'

const PEOPLE: Person[] = [
  { handle: 'mei', locale: 'zh-CN', timeZone: 'Asia/Shanghai', administrator: true },
  { handle: 'ben' },
  { handle: 'ana', timeZone: 'America/New_York' },
]

/** Three colleagues in Berlin, Shanghai and New York, on a Monday at 08:00 in Berlin. */
export const openOffice = (more: { people?: Person[]; now?: string } = {}): Promise<House> =>
  openHouse({
    flows: [standup],
    now: more.now ?? MONDAY_BEFORE_NINE,
    people: [...PEOPLE, ...(more.people ?? [])],
    channels: ['general', 'team'],
  })

/** Ben sets up “Daily” at 09:00 in Berlin in #general, or as these values say. */
export async function setUpDaily(house: House, values: Record<string, FieldValue> = {}) {
  const form = formOf(await house.as('ben').command('/standup new', 'general'))
  const reply = await house.as('ben').submit(form, {
    name: 'Daily',
    channel: 'general',
    participants: ['ben', 'mei'],
    time: '09:00',
    timeZone: 'Europe/Berlin',
    ...values,
  })
  return reply
}
