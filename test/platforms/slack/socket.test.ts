import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { envelopeOf } from '../../support/slack/fake-slack.ts'
import { newTrigger } from '../../support/slack/state.ts'
import { card, type Served, serveSlack, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack({ over: 'socket' })
  await until(() => house.slack.link.opened() === 1)
})
afterEach(async () => {
  await house.close()
})

const dm = (envelope_id: string) =>
  house.slack.link.send({
    type: 'events_api',
    envelope_id,
    payload: envelopeOf(house.slack.state, {
      type: 'message',
      channel_type: 'im',
      user: 'UMEI',
      text: 'done',
      channel: 'DUMEI',
    }),
    accepts_response_payload: false,
  })

describe('over a socket', () => {
  it('an event is acknowledged after it has been handled', async () => {
    house.router.answer = () => {
      expect(house.slack.link.acknowledged.has('e1')).toBe(false)
      return { kind: 'nothing' }
    }

    dm('e1')

    await until(() => house.slack.link.acknowledged.has('e1'))
    expect(house.router.received[0]).toMatchObject({ from: 'UMEI', what: { kind: 'message', text: 'done' } })
  })

  it('an event that could not be handled is not acknowledged', async () => {
    house.router.answer = () => {
      throw new Error('database is gone')
    }

    dm('e1')

    await until(() => house.log.join().includes('database is gone'))
    expect(house.slack.link.acknowledged.size).toBe(0)
  })

  it('a command is answered in its acknowledgement', async () => {
    house.router.answer = () => ({ kind: 'card', card: card('Two stand-ups') })
    const payload = {
      command: '/standup',
      text: 'list',
      user_id: 'UMEI',
      team_id: 'T0FAKE',
      channel_id: 'CGENERAL',
      trigger_id: newTrigger(house.slack.state, 'UMEI'),
      response_url: 'https://hooks.slack.com/commands/1',
    }

    house.slack.link.send({ type: 'slash_commands', envelope_id: 'e2', payload, accepts_response_payload: true })

    await until(() => house.slack.link.acknowledged.has('e2'))
    expect(JSON.stringify(house.slack.link.acknowledged.get('e2'))).toContain('Two stand-ups')
  })

  it('a connection that breaks is opened again', async () => {
    house.slack.link.cut()

    await until(() => house.slack.link.opened() === 2)
    dm('e3')
    await until(() => house.slack.link.acknowledged.has('e3'))
    expect(await house.platform.trouble()).toBeNull()
  })

  it('a refusal to open one does not bring the process down', async () => {
    house.slack.fault('apps.connections.open', { error: 'internal_error' })
    house.slack.link.cut()

    await until(() => house.slack.link.opened() === 2)
    expect(house.log.join()).toContain('Socket Mode connection failed')
  })
})
