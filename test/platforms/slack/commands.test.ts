import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { read } from '../../support/slack/reading.ts'
import { card, form, type Served, serveSlack, slowly, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  const { problems } = house.slack
  await house.close()
  expect(problems).toEqual([])
})

describe('a slash command', () => {
  it('reaches the router with who typed it, where, and a receipt', async () => {
    await house.slack.user('mei').command('/standup', 'edit "Daily sync"', { in: 'general' })

    const [inbound] = house.router.received
    expect(inbound).toMatchObject({ platform: 'slack', installation: 'T0FAKE', from: 'UMEI', channel: 'CGENERAL' })
    expect(inbound?.receipt).toMatch(/^trigger:\d+\./)
    expect(inbound?.what).toEqual({ kind: 'command', flow: 'standup', text: 'edit "Daily sync"' })
  })

  it('has no channel in the direct conversation', async () => {
    await house.slack.user('mei').command('/standup', 'list')

    expect(house.router.received[0]).not.toHaveProperty('channel')
  })

  it('gives mentions as bare ids and what people wrote as they wrote it', async () => {
    await house.slack
      .user('mei')
      .command('/ops', 'away <@UBEN|ben> <#CGENERAL|general> a &lt;b&gt; &amp;amp; <https://example.com|example.com>')

    expect(house.router.received[0]?.what).toMatchObject({
      text: 'away <@UBEN> <#CGENERAL> a <b> &amp; https://example.com',
    })
  })

  it('is answered in its acknowledgement, to its sender alone', async () => {
    house.router.answer = () => ({ kind: 'card', card: card('Two stand-ups', { title: 'Stand-ups' }) })
    const mei = house.slack.user('mei')

    const { status } = await mei.command('/standup', 'list', { in: 'general' })

    expect(status).toBe(200)
    expect(mei.whispers.map(read)).toEqual(['Stand-ups\nTwo stand-ups'])
    expect(house.slack.channel('general')).toEqual([])
  })

  it('opens a form with its trigger', async () => {
    house.router.answer = () => ({ kind: 'form', form: form() })
    const mei = house.slack.user('mei')

    await mei.command('/standup', 'new')

    await until(() => mei.view !== null)
    expect(mei.window).toBe('New stand-up\nName\nLead')
    expect(mei.view?.view.private_metadata).toBe('run:7')
  })

  it('is acknowledged within three seconds however slow the database is, and answered where its sender waits', async () => {
    house.router.answer = slowly(2_800, { kind: 'card', card: card('Here at last') })
    const mei = house.slack.user('mei')

    const { status, tookMs } = await mei.command('/standup', 'list')

    expect(status).toBe(200)
    expect(tookMs).toBeLessThan(2_900)
    expect(mei.window).toBe('请稍候\n正在处理…')
    await until(() => mei.window?.includes('Here at last') === true)
  })

  it('answers in the conversation when the window to wait in has been closed', async () => {
    house.router.answer = slowly(2_700, { kind: 'card', card: card('Here at last') })
    const mei = house.slack.user('mei')

    await mei.command('/standup', 'list')
    mei.closeView()

    await until(() => mei.whispers.length > 0)
    expect(mei.whispers.map(read)).toEqual(['Here at last'])
  })

  it('puts a form that comes late into the window that was opened for it', async () => {
    house.router.answer = slowly(2_700, { kind: 'form', form: form() })
    const mei = house.slack.user('mei')

    await mei.command('/standup', 'new')

    await until(() => mei.window?.startsWith('New stand-up') === true)
    house.router.answer = () => ({ kind: 'nothing' })
    await mei.submit({ name: 'Daily' })
    expect(house.router.received[1]?.what).toMatchObject({ kind: 'submission', values: { name: 'Daily' } })
  })

  it('offers a button when the trigger has expired, and the button asks the same again', async () => {
    house.router.answer = ({ what }) => (what.kind === 'command' ? { kind: 'form', form: form() } : { kind: 'nothing' })
    house.slack.fault('views.open', { error: 'expired_trigger_id' })
    const mei = house.slack.user('mei')

    await mei.command('/standup', 'new  team:ops')
    await until(() => mei.whispers.length > 0)
    await mei.press('Open the form')

    expect(read(mei.whispers[0])).toContain('took too long')
    expect(house.router.received[1]?.what).toEqual({
      kind: 'press',
      action: 'router.run',
      value: 'standup new  team:ops',
    })
  })

  it('says in its sender’s language that it failed, and logs nothing of what they wrote', async () => {
    house.router.answer = () => {
      throw new Error('database is gone')
    }
    const mei = house.slack.user('mei')

    const { status } = await mei.command('/standup', 'new my secret plan')

    expect(status).toBe(200)
    expect(mei.whispers.map(read)).toEqual(['我们这边出错了，没有做任何更改，请重试。'])
    expect(house.log.join()).toContain('database is gone')
    expect(house.log.join()).not.toContain('secret')
  })

  it('that nobody knows is answered at once and disturbs nobody else', async () => {
    const ben = house.slack.user('ben')

    const { tookMs } = await ben.command('/sandup', 'list')

    expect(tookMs).toBeLessThan(1_000)
    expect(read(ben.whispers[0])).toContain('/sandup')
    expect(read(ben.whispers[0])).toContain('/ops help')
    expect(house.router.received).toEqual([])
  })

  it('hands a file over in the direct conversation', async () => {
    const file = { name: 'answers.csv', text: 'who,what\nMei,"很好"\n' }
    house.router.answer = () => ({ kind: 'card', card: card('It is in our conversation.'), file })
    const mei = house.slack.user('mei')

    await mei.command('/standup', 'export', { in: 'general' })

    expect(mei.dms.flatMap((message) => message.files)).toEqual([file])
    expect(mei.whispers.map(read)).toEqual(['It is in our conversation.'])
  })

  it('says so when the file could not be handed over', async () => {
    house.router.answer = () => ({ kind: 'card', card: card('There'), file: { name: 'a.csv', text: 'a' } })
    house.slack.fault('files.getUploadURLExternal', { error: 'internal_error' })
    const ben = house.slack.user('ben')

    await ben.command('/standup', 'export')

    expect(ben.whispers.map(read)).toEqual(['The file could not be sent to you. Try again.'])
  })
})

describe('the ways to answer somebody alone', () => {
  it.each([
    ['ephemerally when the response address no longer takes anything', 1, ['respond']],
    ['in the direct conversation when that is closed as well', 2, ['respond', 'chat.postEphemeral']],
  ])('go on %s', async (_, __, closed) => {
    house.router.answer = slowly(2_700, { kind: 'card', card: card('Found you') })
    house.slack.fault('views.open', { error: 'internal_error' })
    for (const method of closed) house.slack.fault(method, { error: 'internal_error', status: 500 })
    const ben = house.slack.user('ben')

    await ben.command('/standup', 'list', { in: 'general' })

    await until(() => house.slack.state.messages.length > 0)
    expect(house.slack.state.messages.map(read)).toEqual(['Found you'])
    expect(closed.length === 1 ? ben.whispers : ben.dms).toHaveLength(1)
  })

  it('end with a line in the log when none is open', async () => {
    house.router.answer = slowly(2_600, { kind: 'card', card: card('Nobody hears this') })
    for (const method of ['views.open', 'respond', 'chat.postEphemeral', 'chat.postMessage'])
      house.slack.fault(method, { status: 500 })
    const { status } = await house.slack.user('ben').command('/standup', 'list', { in: 'general' })

    await until(() => house.log.join().includes('reply reached nobody'))
    expect(status).toBe(200)
  })
})
