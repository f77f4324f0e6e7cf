import type { FieldValue } from '../../../src/chat/form.ts'
import { alert } from '../../../src/flows/alert/flow.ts'
import { escalation } from '../../../src/flows/escalation/flow.ts'
import { kpi } from '../../../src/flows/kpi/flow.ts'
import { ops } from '../../../src/flows/ops/flow.ts'
import { risk } from '../../../src/flows/risk/flow.ts'
import { cardOf, formOf, type House, type Person, preparedHouse } from '../../support/house.ts'
import { wordsOf } from '../../support/words.ts'

/** A Monday, ten o'clock in Berlin. */
export const MONDAY_TEN = '2026-03-02T09:00:00Z'

/**
 * Ben's manager is Mei, who reads Chinese, hers Ada the administrator; Ana is Ben's backup. Alerts are posted in #alarm;
 * values are expected from Monday to Friday in Berlin.
 */
export async function openOffice(): Promise<House> {
  const people: Person[] = [
    { handle: 'ada', administrator: true },
    { handle: 'ana' },
    { handle: 'ben' },
    { handle: 'mei', locale: 'zh-CN' },
    { handle: 'zoe' },
  ]
  const flows = [risk, alert, kpi, escalation, ops]
  const plan = { flows, now: MONDAY_TEN, people, channels: ['general', 'alarm'] }
  const house = await preparedHouse(plan, async (fresh) => {
    for (const { handle } of people) await fresh.as(handle).command('/ops me', 'general')
    await fresh.as('ada').command('/ops me', 'alarm')
    await fresh.as('ada').command('/ops manager <@ben> <@mei> backup:<@ana>')
    await fresh.as('ada').command('/ops manager <@mei> <@ada>')
    await fresh.as('ada').submit(formOf(await fresh.as('ada').command('/kpi settings')), { zone: 'Europe/Berlin' })
    await fresh.as('ada').submit(formOf(await fresh.as('ada').command('/risk alerts settings')), { channel: 'alarm' })
  })
  return house
}

/** Ben's daily KPI `orders`, counted in orders, or what is said of it otherwise. */
export async function newKpi(house: House, values: Record<string, FieldValue> = {}, who = 'ben'): Promise<string> {
  const form = formOf(await house.as(who).command('/kpi new'))
  const terms = { name: 'Orders', key: 'orders', unit: 'orders', period: 'day', ...values }
  return wordsOf(cardOf(await house.as(who).submit(form, terms)))
}

export async function newRule(house: House, values: Record<string, FieldValue>, key = 'orders'): Promise<string> {
  const card = cardOf(await house.as('ben').command(`/kpi rules ${key}`))
  const form = formOf(await house.as('ben').press(card, 'Add'))
  const said = wordsOf(cardOf(await house.as('ben').submit(form, values)))
  await house.wake()
  return said
}

export async function says(house: House, line: string, who = 'ben'): Promise<string> {
  const said = wordsOf(cardOf(await house.as(who).command(line)))
  await house.wake()
  return said
}

/** What stands in the channel for alerts. */
export const posted = (house: House): string[] =>
  house
    .inChannel('alarm')
    .filter(({ key }) => key.startsWith('alert/'))
    .map(({ card }) => wordsOf(card))

export const told = (house: House, who: string): string[] =>
  house
    .directTo(who)
    .filter(({ key }) => key.startsWith('escalation/'))
    .map(({ card }) => wordsOf(card))
