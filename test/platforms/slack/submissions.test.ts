import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sendPayload } from '../../support/slack/sending.ts'
import { card, form, type Served, serveSlack } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  const { problems } = house.slack
  await house.close()
  expect(problems).toEqual([])
})

import { EVERY_FIELD, openForm } from './forms.ts'

describe('a submitted form', () => {
  it('reaches the router with every kind of field as the contract wants it', async () => {
    const mei = await openForm(house, 'mei', { shown: EVERY_FIELD, answered: { kind: 'nothing' } })

    const typed = {
      name: '日会 <!channel>',
      mode: 'Own zone',
      days: ['tue', 'R&D'],
      people: ['mei', 'ben'],
      where: 'general',
      remind: true,
    }
    await mei.submit(typed)

    const inbound = house.router.received[1]
    expect(inbound?.receipt).toMatch(/^view:V[0-9A-F]+:[0-9A-F]+$/)
    expect(inbound?.what).toEqual({
      kind: 'submission',
      form: 'standup.new',
      context: '{"run":"7","note":"a<b & c"}',
      values: {
        name: '日会 <!channel>',
        delay: '20',
        mode: 'own',
        days: ['tue', 'R&D'],
        lead: 'UMEI',
        people: ['UMEI', 'UBEN'],
        where: 'CGENERAL',
        from: '2026-11-23',
        at: '09:30',
        remind: true,
      },
      people: ['lead', 'people'],
      channels: ['where'],
    })
  })

  it('closes when all is said', async () => {
    const mei = await openForm(house, 'mei', { shown: form(), answered: { kind: 'nothing' } })

    await mei.submit({ name: 'Daily' })

    expect(mei.view).toBeNull()
  })

  it('becomes the card that answers it', async () => {
    const mei = await openForm(house, 'mei', {
      shown: form(),
      answered: { kind: 'card', card: card('Daily starts tomorrow', { title: 'Saved' }) },
    })

    await mei.submit({ name: 'Daily' })

    expect(mei.window).toBe('Saved\nDaily starts tomorrow')
  })

  it('becomes the next form', async () => {
    const next = form({
      id: 'standup.questions',
      title: 'Questions',
      fields: [{ name: 'q1', label: 'First', kind: 'text' }],
    })
    const mei = await openForm(house, 'mei', { shown: form(), answered: { kind: 'form', form: next } })

    await mei.submit({ name: 'Daily' })

    expect(mei.window).toBe('Questions\nFirst')
  })

  it('stays open with its errors beside its own inputs, whatever they are called', async () => {
    const errors = { name: 'Taken.', '': 'Too many.', zone: 'No such zone.', lead: 'Is a bot.' }
    const mei = await openForm(house, 'mei', { shown: form(), answered: { kind: 'invalid', errors } })

    await mei.submit({ name: 'Daily' })

    expect(mei.view?.errors).toEqual({ name: 'Taken. Too many. No such zone.', lead: 'Is a bot.' })
  })

  it('is acknowledged only after the router has committed', async () => {
    let isCommitted = false
    const mei = await openForm(house, 'mei', {
      shown: form(),
      answered: async () => {
        await new Promise((resolve) => setTimeout(resolve, 700))
        isCommitted = true
        return { kind: 'nothing' }
      },
    })

    const { tookMs } = await mei.submit({ name: 'Daily' })

    expect(isCommitted).toBe(true)
    expect(tookMs).toBeGreaterThan(650)
  })

  it('that fails stays open with what was typed, and says so in its reader’s language', async () => {
    const mei = await openForm(house, 'mei', {
      shown: form(),
      answered: () => {
        throw new Error('database is gone')
      },
    })
    house.router.locale = 'zh-CN'

    const { status } = await mei.submit({ name: 'Daily' })

    expect(status).toBe(200)
    expect(Object.values(mei.view?.errors ?? {})).toHaveLength(1)
    expect(mei.view?.errors.name).toMatch(/Something went wrong|我们这边出错了/)
  })

  it('submitted twice has one receipt', async () => {
    const { payload } = JSON.parse(await readFile('test/support/payloads/slack-view_submission.json', 'utf8'))

    await Promise.all([sendPayload(house.slack.wire, payload), sendPayload(house.slack.wire, payload)])

    expect(house.router.received.map(({ receipt }) => receipt)).toEqual(Array(2).fill('view:V111:1596530361.3wRYuk3R'))
  })

  it('from a shared channel belongs to the workspace where the app is installed', async () => {
    const { payload } = JSON.parse(await readFile('test/support/payloads/slack-view_submission.json', 'utf8'))
    const foreign = { ...payload, team: { id: 'T999' }, view: { ...payload.view, app_installed_team_id: 'T0FAKE' } }

    await sendPayload(house.slack.wire, foreign)

    expect(house.router.received[0]?.installation).toBe('T0FAKE')
  })
})
