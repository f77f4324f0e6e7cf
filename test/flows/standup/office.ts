import type { Card } from '../../../src/chat/card.ts'
import type { FieldValue } from '../../../src/chat/form.ts'
import type { Reply } from '../../../src/flow.ts'
import { standup } from '../../../src/flows/standup/flow.ts'
import { cardOf, formOf, type House, type Person, preparedHouse } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'

/** A Monday, 08:00 in Berlin, where the stand-up is at 09:00. */
export const MONDAY_EARLY = '2026-03-02T07:00:00Z'

const PEOPLE: Person[] = [
  { handle: 'mei', locale: 'zh-CN', timeZone: 'Asia/Shanghai', administrator: true },
  { handle: 'ben' },
  { handle: 'ana', timeZone: 'America/New_York' },
]

/** Ben in Berlin, Mei in Shanghai, who is the administrator, and Ana in New York. */
export async function openOffice(more: { people?: Person[]; now?: string } = {}): Promise<House> {
  const people = [...PEOPLE, ...(more.people ?? [])]
  const plan = { flows: [standup], now: more.now ?? MONDAY_EARLY, people, channels: ['general', 'team'] }
  return preparedHouse(plan, async (house) => {
    for (const who of ['mei', 'ben', 'ana']) await house.as(who).command('/standup list')
  })
}

export const DAILY = {
  name: 'Daily',
  channel: 'general',
  participants: ['ben', 'mei'],
  time: '09:00',
  timeZone: 'Europe/Berlin',
}

/** Ben sets up “Daily” at 09:00 in Berlin in #general for himself and Mei, or as these values say. */
export async function setUpDaily(house: House, values: Record<string, FieldValue> = {}): Promise<Reply> {
  const form = formOf(await house.as('ben').command('/standup new', 'general'))
  return house.as('ben').submit(form, { ...DAILY, ...values })
}

/** Ben opens the form and changes these values. */
export async function editDaily(house: House, values: Record<string, FieldValue>): Promise<Reply> {
  const form = formOf(await house.as('ben').command('/standup edit Daily'))
  return house.as('ben').submit(form, { ...DAILY, lead: 'ben', ...values })
}

/** The form of what is to be answered, by the command. */
export const answerFormOf = async (house: House, who: string, name = '') =>
  formOf(await house.as(who).command(`/standup answer ${name}`))

/** Answers the questions in their order; `''` leaves one empty. */
export async function answer(house: House, who: string, ...answers: string[]): Promise<Reply> {
  const form = await answerFormOf(house, who)
  const values = answers.map((text, at) => [form.fields[at]?.name ?? '', text])
  return house.as(who).submit(form, Object.fromEntries(values))
}

export const saidIn = (reply: Reply): string => wordsOf(cardOf(reply))

/** What stands in #general now: the cards, then their digests. */
export const cardsIn = (house: House, channel = 'general') =>
  house.inChannel(channel).filter(({ key }) => key.endsWith('/card'))
export const digestsIn = (house: House, channel = 'general') =>
  house.inChannel(channel).filter(({ key }) => key.includes('/digest'))

/** The words of the latest digest as it now stands. */
export const digestOf = (house: House): string => wordsOf(digestsIn(house).at(-1)?.card as Card)
export const cardWordsOf = (house: House): string => wordsOf(cardsIn(house).at(-1)?.card as Card)

/** What was said privately to this person and contains these words. */
export const toldTo = (house: House, who: string, words: string): string[] =>
  house
    .directTo(who)
    .map(({ card }) => wordsOf(card))
    .filter((said) => said.includes(words))
