import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../../src/chat/card.ts'
import { read } from '../../support/slack/reading.ts'
import { sendPayload } from '../../support/slack/sending.ts'
import { card, directory, form, type Served, serveSlack, slowly, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  const { problems } = house.slack
  await house.close()
  expect(problems).toEqual([])
})

const withButtons = (...labels: string[]): Card =>
  card('Time for the stand-up', {
    blocks: [
      { kind: 'buttons', buttons: labels.map((label) => ({ label, action: 'standup.answer', value: `for ${label}` })) },
    ],
  })

const postTo = (to: { channel: string } | { person: string }, shown: Card) =>
  house.platform.post({ key: 'standup/1', installation: 'T0FAKE', to, card: shown, directory })

describe('a press', () => {
  it('reaches the router with its action and value, whichever of the buttons it was', async () => {
    await postTo({ channel: 'CGENERAL' }, withButtons('Answer', 'Skip'))

    await house.slack.user('mei').press('Skip')

    expect(house.router.received[0]).toMatchObject({
      installation: 'T0FAKE',
      from: 'UMEI',
      channel: 'CGENERAL',
      what: { kind: 'press', action: 'standup.answer', value: 'for Skip' },
    })
    expect(house.router.received[0]?.receipt).toMatch(/^trigger:.+:\d+/)
  })

  it('gives back a value with signs that Slack escapes as it was', async () => {
    const value = '<a&b> 100% {"q":"&amp;"}'
    const shown = card('?', { blocks: [{ kind: 'buttons', buttons: [{ label: 'Go', action: 'ops.go', value }] }] })
    await postTo({ channel: 'CGENERAL' }, shown)

    await house.slack.user('mei').press('Go')

    expect(house.router.received[0]?.what).toMatchObject({ value })
  })

  it('opens a form', async () => {
    await postTo({ person: 'UMEI' }, withButtons('Answer'))
    house.router.answer = () => ({ kind: 'form', form: form() })
    const mei = house.slack.user('mei')

    await mei.press('Answer')

    await until(() => mei.view !== null)
    expect(house.router.received[0]).not.toHaveProperty('channel')
  })

  it('is answered to who pressed alone, and leaves a channel’s message as it is', async () => {
    await postTo({ channel: 'CGENERAL' }, withButtons('Answer'))
    house.router.answer = () => ({ kind: 'card', card: card('You are not in this stand-up'), replaces: true })
    const ben = house.slack.user('ben')

    await ben.press('Answer')

    await until(() => ben.whispers.length > 0)
    expect(ben.whispers.map(read)).toEqual(['You are not in this stand-up'])
    expect(house.slack.channel('general').map(read)).toEqual(['[Answer]'])
  })

  it('replaces the private message in which it was pressed when the reply says so', async () => {
    const ben = house.slack.user('ben')
    house.router.answer = ({ what }) =>
      what.kind === 'command'
        ? { kind: 'card', card: withButtons('Delete') }
        : { kind: 'card', card: card('Deleted'), replaces: true }
    await ben.command('/standup', 'delete', { in: 'general' })

    await ben.press('Delete')

    await until(() => read(ben.whispers[0]) === 'Deleted')
    expect(ben.whispers).toHaveLength(1)
  })

  it('changes nothing on the screen when there is nothing to say', async () => {
    await postTo({ channel: 'CGENERAL' }, withButtons('Answer'))

    const { status, body } = await house.slack.user('ben').press('Answer')

    expect([status, body]).toEqual([200, ''])
    expect(house.slack.state.messages).toHaveLength(1)
  })

  it('in a window is answered in that window', async () => {
    const mei = house.slack.user('mei')
    house.router.answer = ({ what }) =>
      what.kind === 'command' ? { kind: 'form', form: form() } : { kind: 'card', card: withButtons('More') }
    await mei.command('/standup', 'new')
    await until(() => mei.view !== null)
    await mei.submit({ name: 'Daily' })
    house.router.answer = () => ({ kind: 'card', card: card('That is all', { title: 'Details' }) })

    await mei.press('More')

    await until(() => mei.window?.includes('That is all') === true)
    expect(house.slack.state.messages).toEqual([])
  })

  it('that fails is apologised for', async () => {
    await postTo({ channel: 'CGENERAL' }, withButtons('Answer'))
    house.router.answer = () => {
      throw new Error('no')
    }
    const ben = house.slack.user('ben')

    await ben.press('Answer')

    await until(() => ben.whispers.length > 0)
    expect(read(ben.whispers[0])).toBe('Something went wrong on our side; nothing was changed. Try again.')
  })

  it('whose form comes too late can be pressed again', async () => {
    await postTo({ channel: 'CGENERAL' }, withButtons('Answer'))
    house.router.answer = slowly(200, { kind: 'form', form: form() })
    house.slack.fault('views.open', { error: 'expired_trigger_id' })
    const ben = house.slack.user('ben')
    await ben.press('Answer')
    await until(() => ben.whispers.length > 0)

    await ben.press('Open the form')

    await until(() => ben.view !== null)
    expect(house.router.received.map(({ what }) => what)).toEqual([
      { kind: 'press', action: 'standup.answer', value: 'for Answer' },
      { kind: 'press', action: 'standup.answer', value: 'for Answer' },
    ])
  })

  it('as Slack records it is understood', async () => {
    const { payload } = JSON.parse(await readFile('test/support/payloads/slack-block_actions-message.json', 'utf8'))

    const { status } = await sendPayload(house.slack.wire, payload)

    expect(status).toBe(200)
    expect(house.router.received[0]).toEqual({
      platform: 'slack',
      installation: 'T111',
      receipt: 'trigger:111.222.valid:1596530385.194939',
      from: 'W111',
      channel: 'C111',
      what: { kind: 'press', action: 'a', value: 'click_me_123' },
    })
  })

  it('of something that is no button of ours is acknowledged and forgotten', async () => {
    const { payload } = JSON.parse(await readFile('test/support/payloads/slack-block_actions-message.json', 'utf8'))

    const { status } = await sendPayload(house.slack.wire, {
      ...payload,
      actions: [{ type: 'overflow', action_id: 'x', action_ts: '1' }],
    })

    expect(status).toBe(200)
    expect(house.router.received).toEqual([])
  })
})
