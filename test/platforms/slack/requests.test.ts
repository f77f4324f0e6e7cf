import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { envelopeOf } from '../../support/slack/fake-slack.ts'
import { sendForm, sendJson, sendPayload, sendSigned } from '../../support/slack/sending.ts'
import { type Served, serveSlack } from './served.ts'

let house: Served
beforeAll(async () => {
  house = await serveSlack()
})
afterAll(async () => {
  await house.close()
})

const event = () =>
  envelopeOf(house.slack.state, { type: 'message', channel_type: 'im', user: 'UMEI', text: 'hi', channel: 'DUMEI' })

describe('a request', () => {
  it.each([
    ['without a signature', { headers: { 'x-slack-signature': '' } }],
    ['signed with another secret', { secret: 'guessed' }],
    ['signed six minutes ago', { at: Date.now() - 360_000 }],
    ['signed six minutes ahead', { at: Date.now() + 360_000 }],
    ['whose time is no number', { headers: { 'x-slack-request-timestamp': 'now' } }],
    ['whose body was changed on its way', { headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } }],
  ])('%s is refused with 401', async (_, unusual) => {
    const { status } = await sendJson(house.slack.wire, event(), unusual)

    expect(status).toBe(401)
    expect(house.router.received).toEqual([])
  })

  it('without any of Slack’s headers is refused with 401', async () => {
    const response = await fetch(`${house.url}/slack/events`, { method: 'POST', body: '{}' })

    expect(response.status).toBe(401)
  })

  it.each(['{"type":', 'hello', ''])('that is signed but no JSON (%j) is refused with 400', async (body) => {
    const { status } = await sendSigned(house.slack.wire, body)

    expect(status).toBe(400)
  })

  it.each(['null', '42', '[]', '"text"'])('that is JSON but says nothing (%s) is refused with 400', async (body) => {
    const { status } = await sendSigned(house.slack.wire, body)

    expect(status).toBe(400)
  })

  it('of five megabytes is refused with 413', async () => {
    const { status } = await sendSigned(
      house.slack.wire,
      JSON.stringify({ ...event(), padding: 'x'.repeat(5_000_000) }),
    )

    expect(status).toBe(413)
  })

  it.each([
    ['press', { type: 'block_actions', user: { id: 'UMEI' } }],
    ['submission', { type: 'view_submission', view: { id: 'V1' } }],
  ])('with half a %s is refused, not taken for done', async (_, payload) => {
    const { status } = await sendPayload(house.slack.wire, payload)

    expect(status).toBe(400)
  })

  it.each([
    { type: 'app_rate_limited' },
    { type: 'view_closed', view: {} },
    { type: 'shortcut', callback_id: 'x' },
    {},
  ])('of a kind that means nothing here (%j) is acknowledged at once', async (payload) => {
    const { status, tookMs } = await sendPayload(house.slack.wire, payload)

    expect(status).toBe(200)
    expect(tookMs).toBeLessThan(1_000)
  })

  it('by which Slack verifies the address is answered with its challenge', async () => {
    const { payload } = JSON.parse(await readFile('test/support/payloads/slack-url_verification.json', 'utf8'))

    const { status, body } = await sendJson(house.slack.wire, payload)

    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({ challenge: payload.challenge })
  })

  it('by which Slack checks the certificate needs no signature', async () => {
    const { status } = await sendForm(
      house.slack.wire,
      { ssl_check: '1', token: 't' },
      { headers: { 'x-slack-signature': '' } },
    )

    expect(status).toBe(200)
  })

  it('that only says it checks the certificate brings nothing in', async () => {
    const command = { ssl_check: '1', command: '/standup', text: 'list', user_id: 'UMEI', team_id: 'T0FAKE' }

    await sendForm(house.slack.wire, command, { headers: { 'x-slack-signature': '' } })

    expect(house.router.received).toEqual([])
  })

  it('with a command, as Slack records it, is understood', async () => {
    const { payload } = JSON.parse(await readFile('test/support/payloads/slack-slash_command.json', 'utf8'))

    const { status, body } = await sendSigned(house.slack.wire, payload, {
      contentType: 'application/x-www-form-urlencoded',
    })

    expect(status).toBe(200)
    expect(body).toContain('/hello-world')
  })

  it('logs nothing of what was in it', async () => {
    await sendSigned(house.slack.wire, 'the secret plan')
    await sendPayload(house.slack.wire, { type: 'view_submission', view: { id: 'the secret plan' } })

    expect(house.log.join()).not.toContain('secret plan')
  })
})
