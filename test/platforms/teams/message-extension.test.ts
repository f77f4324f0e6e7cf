import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TENANT } from '../../support/teams/fake-teams.ts'
import { openForm } from '../contract/reading.ts'
import { card } from '../contract/samples.ts'
import { answersIn } from '../contract/teams-sight.ts'
import { type Company, openCompany } from './company.ts'

let company: Company
/** Where complaints are told. */
let triage: string
beforeEach(async () => {
  company = await openCompany()
  const { mira, mei, teams } = company
  triage = teams.addRoom('triage').id
  await company.person('29:mira', triage).command('ops help', 'room')
  await mira.command('complaint settings', 'room')
  await openForm(mira)
  await mira.submit({ triage })
  await mei.say('The sensors arrive broken')
})
afterEach(() => company.close())

const complaints = () => company.house.db.complaint.findMany({ select: { what: true, source: true } })
const FILED = [{ what: 'The sensors arrive broken', source: 'message' }]
const inDialog = () => company.teams.dialogs.get('29:mira')

it('somebody’s message becomes a complaint in a dialog, and its card stands where complaints are told', async () => {
  const { mira, house } = company
  await mira.use('complaint.file', 'sensors')

  expect(inDialog()?.title).toMatch(/complaint/i)
  expect((await openForm(mira)).fields.what?.filled).toBe('The sensors arrive broken')
  await mira.submit({ customer: 'Zhang Wei' })
  await house.settle()

  expect(await complaints()).toEqual(FILED)
  expect((await mira.privately()).at(-1)?.words).toContain('C-000001')
  const [told] = await company.person('29:mira', triage).room()
  expect(told?.words).toContain('C-000001')
})

it('what is missing is said in the dialog, with all that was typed', async () => {
  const { mira } = company
  await mira.use('complaint.file', 'sensors')
  await openForm(mira)
  await mira.submit({ customer: null, contact: 'zhang@customer.example' })

  const form = await openForm(mira)
  expect(Object.keys(form.errors)).toEqual(['customer'])
  expect(form.fields.contact?.filled).toBe('zhang@customer.example')
  expect(await complaints()).toEqual([])
})

it('a dialog that Teams submits twice under two ids files one complaint', async () => {
  const { mira, teams, house } = company
  await mira.use('complaint.file', 'sensors')
  const card = inDialog()?.card
  if (!card) throw new Error('There is no dialog')
  const value = { data: answersIn(card, { customer: 'Zhang Wei' }) }
  const submit = () => teams.deliver('29:mira', { type: 'invoke', name: 'composeExtension/submitAction', value })
  const [first, second] = await Promise.all([submit(), submit()])
  await house.settle()

  expect([first.status, second.status]).toEqual([200, 200])
  expect(await complaints()).toEqual(FILED)
})

it('a message that was filed already says so, instead of being filed again', async () => {
  const { mira, house } = company
  await mira.use('complaint.file', 'sensors')
  await mira.submit({ customer: 'Zhang Wei' })
  await house.settle()
  await mira.use('complaint.file', 'sensors')

  expect(await mira.form()).toBeNull()
  expect(JSON.stringify(inDialog())).toContain('C-000001')
  expect(await complaints()).toEqual(FILED)
})

describe('used where Drumbeat is not', () => {
  const fetched = (conversation: object) =>
    company.teams.deliver('29:mira', {
      ...{ type: 'invoke', name: 'composeExtension/fetchTask', conversation, channelData: { tenant: { id: TENANT } } },
      value: {
        ...{ commandId: 'complaint.file', commandContext: 'message' },
        messagePayload: { id: '1', body: { content: 'It broke' }, from: { user: { id: 'aad-mei' } } },
      },
    })

  it('between two people, it opens its form, and its user is still written to in their own conversation', async () => {
    const between = { id: '19:mira_mei@unq.gbl.spaces', conversationType: 'personal', tenantId: TENANT }
    const { body } = await fetched(between)
    const directory = { person: () => undefined, channel: () => undefined, post: () => undefined }
    const post = { installation: TENANT, to: { person: '29:mira' }, key: 'k', card: card('For you'), directory }
    await company.platform.post(post)

    expect(JSON.stringify(body)).toContain('It broke')
    expect(company.teams.messages.at(-1)).toMatchObject({ conversation: 'a:29:mira' })
  })

  it('in a chat that it is no part of, it does not take that for a place to write to', async () => {
    const chat = '19:strangers@thread.v2'
    const { body } = await fetched({ id: chat, conversationType: 'groupChat', tenantId: TENANT })

    expect(JSON.stringify(body)).toContain('It broke')
    expect(await company.house.db.teamsPlace.count({ where: { externalId: chat } })).toBe(0)
    expect(company.teams.roster.calls.filter((call) => call.includes('strangers'))).toEqual([])
  })
})

it('a message of a program can be filed as well', async () => {
  const { mira, teams, general } = company
  teams.messages.push({
    ...{ id: teams.nextId(), conversation: general, root: null, text: 'Probe 7 is offline' },
    ...{ card: null, summary: 'Probe 7 is offline', edited: 0 },
  })
  await mira.use('complaint.file', 'Probe 7')

  expect((await openForm(mira)).fields.what?.filled).toBe('Probe 7 is offline')
})

it('an action that nobody knows is answered in words', async () => {
  const { mira } = company
  await mira.use('complaint.shred', 'sensors')

  expect(inDialog()).toMatchObject({ card: null, words: expect.stringMatching(/\w{3}.*\.$/) })
})
