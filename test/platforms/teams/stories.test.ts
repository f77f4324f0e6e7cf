import { afterEach, beforeEach, expect, it } from 'vitest'
import type { House } from '../../support/house.ts'
import { openForm } from '../contract/reading.ts'
import type { Filled, Person } from '../contract/stage.ts'
import { type Company, openCompany } from './company.ts'

let company: Company
let house: House
let mira: Person
let mei: Person
let general: string

beforeEach(async () => {
  company = await openCompany()
  ;({ house, mira, mei, general } = company)
})
afterEach(() => company.close())

const words = async (seen: Promise<readonly { words: string }[]>) => (await seen).map((one) => one.words).join('\n')
const filled = async (person: Person, values: Filled, command?: string) => {
  if (command) await person.command(command, 'room')
  await openForm(person)
  await person.submit(values)
  expect(await person.form()).toBeNull()
}

it('a stand-up is set up in the channel, answered by its form, and told there', async () => {
  await filled(
    mira,
    { name: 'Daily', participants: ['Mira Falkenrath', '陈梅'], time: '09:00', timeZone: 'Europe/Berlin' },
    'standup new',
  )
  await house.advanceTo('2026-03-02T08:00:30Z')
  expect(await words(mira.room())).toContain('Daily')

  await mei.press('回答')
  expect(company.teams.dialogs.has('29:mei')).toBe(true)
  const form = await openForm(mei)
  const [first = ''] = Object.keys(form.fields)
  await mei.submit({ [first]: '完成了固件' })
  await mira.press('Answer')
  await openForm(mira)
  await mira.submit({ [first]: 'Shipped the probe' })
  await house.advanceTo('2026-03-02T09:30:00Z')

  expect(await words(mira.room())).toContain('完成了固件')
  expect(await words(mira.room())).toContain('Shipped the probe')
  company.teams.dialogs.clear()
  await mira.command('standup show Daily')
  await mira.press('Edit')
  expect(company.teams.dialogs.has('29:mira')).toBe(true)
})

it.each(['standup new', 'standup 新建', '/standup 新建', 'Standup　新建'])(
  '“%s” shows its form at once',
  async (typed) => {
    await mei.command(typed, 'room')

    expect(Object.keys((await openForm(mei)).fields)).toContain('participants')
  },
)

it('a complaint is filed, taken by a button where it stands, and its late reply escalates to people', async () => {
  await filled(mira, { triage: general }, 'complaint settings')
  await filled(mei, { customer: 'Zhang Wei', what: '账单重复收费' }, 'complaint')
  await house.settle()
  expect(await words(mira.room())).toContain('C-000001')

  await mira.press('Acknowledge')
  await house.settle()
  expect((await mira.room())[0]).toMatchObject({ isEdited: true })
  await house.advanceTo('2026-03-09T08:00:00Z')
  expect(await words(mira.direct())).toContain('C-000001 is not replied to in time')
  await mira.press('I take it')
  await house.settle()
  expect(await words(mira.direct())).toContain('You have it')
})

it('an owner who has taken Drumbeat away is passed over by the escalation, and whoever is next reads why', async () => {
  await filled(mira, { triage: general }, 'complaint settings')
  await filled(mei, { customer: 'Zhang Wei', what: '账单重复收费' }, 'complaint')
  await mira.command(['complaint assign C-1 ', { person: mei }], 'room')
  await house.settle()
  await company.teams.deliver('29:mei', { type: 'installationUpdate', action: 'remove' })
  await house.advanceTo('2026-03-09T08:00:00Z')

  expect(await words(mira.direct())).toContain('I cannot reach 陈梅, who owns C-000001')
  expect(await words(mira.direct())).toContain('C-000001 is not replied to in time')
  await mira.press('Why me?')
  expect(await words(mira.direct())).toContain('陈梅 could not be reached')
})

it('objectives, risks and KPIs are kept in writing, and a KPI out of bounds alerts its owner', async () => {
  await filled(mira, {}, 'okr cycle new')
  await filled(mira, { title: 'Delight our customers' }, 'okr new')
  await filled(mira, { title: 'Happy customers', start: '0', target: '100' }, 'okr kr O-1')
  await mira.command('okr update KR-1 40 conf:7 "going well"')
  await filled(mira, { title: 'Our supplier fails' }, 'risk new')
  await filled(mira, { 'inherent-likelihood': '4 – likely', 'inherent-impact': '4 – major' }, 'risk assess R-1')
  await filled(mira, { name: 'Orders', key: 'orders' }, 'kpi new')
  await mira.command('kpi rules orders')
  await mira.press('Add')
  await filled(mira, { kind: 'below', bound: '90' })
  await mira.command('kpi set orders 84 for:2026-03-02')
  await house.advanceTo('2026-03-02T07:05:00Z')
  expect(await words(mira.direct())).toMatch(/A-\d Orders: below 90/)

  await mira.command('ops report week', 'room')
  const report = (await mira.direct()).find(({ words: said }) => said.startsWith('Operations report'))
  expect(report?.words).toContain('O-1 Delight our customers · 0.00 → 0.40')
  expect(report?.pictures.map(({ name }) => name)).toEqual(['report-2026-03-02-2026-03-02.png'])
})
