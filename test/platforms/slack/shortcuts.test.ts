import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { read } from '../../support/slack/reading.ts'
import { sendPayload } from '../../support/slack/sending.ts'
import { card, form, post, type Served, serveSlack, slowly, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
  await until(() => house.router.hearing.length > 0)
  await house.slack.user('ben').say('general', 'The sensors arrive &lt;broken&gt;, <@UMEI|mei>')
  await until(() => house.router.received.length === 1)
  house.router.received.length = 0
})
afterEach(async () => {
  const { problems } = house.slack
  await house.close()
  expect(problems).toEqual([])
})

const mei = () => house.slack.user('mei')
const file = () => mei().shortcut('complaint.file', 'sensors')

/** As Slack records it, of our own shortcut and from an address of the made-up workspace. */
async function recorded(message: object, more: object = {}) {
  const { payload } = JSON.parse(await readFile('test/support/payloads/slack-shortcut-message.json', 'utf8'))
  const ours = { callback_id: 'complaint.file', response_url: undefined, ...more }
  return { ...payload, ...ours, message: { ...payload.message, ...message } }
}

async function used(message: object, more: object = {}) {
  await sendPayload(house.slack.wire, await recorded(message, more))
  const { what } = house.router.received[0] ?? {}
  if (what?.kind !== 'shortcut') throw new Error('No shortcut was used')
  return what.message
}

describe('a shortcut on a message', () => {
  it('as Slack records it is understood', async () => {
    const message = await used({})

    expect(message).toEqual({
      ...{ id: '1583636382.000300', text: '<@W222> test', author: 'W111' },
      link: 'https://t0fake.slack.com/archives/C111/p1583636382000300',
    })
    expect(house.router.received[0]).toMatchObject({
      ...{ installation: 'T111', receipt: 'trigger:111.222.xxx', from: 'W111', channel: 'C111' },
      what: { kind: 'shortcut', shortcut: 'complaint.file' },
    })
  })

  it('in a thread links to the thread', async () => {
    const { link } = await used({ thread_ts: '1583630000.000100' })

    expect(link).toBe('https://t0fake.slack.com/archives/C111/p1583636382000300?thread_ts=1583630000.000100&cid=C111')
  })

  it.each([
    ['another program', { bot_id: 'B1', user: 'UOTHER', username: 'Zendesk' }, 'Zendesk'],
    ['a program with a profile', { bot_id: 'B1', user: undefined, bot_profile: { name: 'Zendesk' } }, 'Zendesk'],
    ['ourselves', { user: 'UBOT' }, undefined],
  ])('of %s has no author', async (_whose, message, name) => {
    const { author, authorName } = await used(message)

    expect([author, authorName]).toEqual([undefined, name])
  })

  it('in a direct conversation has no channel', async () => {
    await used({}, { channel: { id: 'D024BE91L', name: 'directmessage' } })

    expect(house.router.received[0]).not.toHaveProperty('channel')
  })

  it('belongs to the whole organization when the app does', async () => {
    await used({}, { team: null, enterprise: { id: 'E111', name: 'Acme' }, is_enterprise_install: true })

    expect(house.router.received[0]?.installation).toBe('E111')
  })

  it('opens a form with its trigger, within three seconds', async () => {
    house.router.answer = () => ({ kind: 'form', form: form() })

    await file()

    await until(() => mei().view !== null)
    expect(house.slack.calls('views.open')).toHaveLength(1)
  })

  it('is acknowledged in time however slow the database is, and its form comes into the window that waits', async () => {
    house.router.answer = slowly(2_700, { kind: 'form', form: form() })

    const { status, tookMs } = await file()

    expect(status).toBe(200)
    expect(tookMs).toBeLessThan(2_900)
    await until(() => mei().window?.startsWith('New stand-up') === true)
  })

  it('whose trigger has expired asks for another try', async () => {
    house.router.locale = 'zh-CN'
    house.router.answer = () => ({ kind: 'form', form: form({ locale: 'zh-CN' }) })
    house.slack.fault('views.open', { error: 'expired_trigger_id' })

    await file()

    await until(() => mei().whispers.length > 0)
    expect(mei().whispers.map(read)).toEqual(['处理时间过长，Slack 未能打开表单。请再使用一次该快捷方式。'])
  })

  it('is answered beside the message, to its user alone', async () => {
    house.router.answer = () => ({ kind: 'card', card: card('Already filed as C-000012') })

    await file()

    await until(() => mei().whispers.length > 0)
    expect(mei().whispers.map(read)).toEqual(['Already filed as C-000012'])
    expect(house.slack.user('ben').whispers).toEqual([])
  })

  it('that an old manifest still lists says so', async () => {
    await mei().shortcut('complaint.gone', 'sensors')

    await until(() => mei().whispers.length > 0)
    expect(mei().whispers.map(read)).toEqual(['Drumbeat 已不再提供这个快捷方式。输入 /ops help 查看全部功能。'])
    expect(house.router.received).toEqual([])
  })
})

describe('a picture', () => {
  it('tells what it shows in at most a thousand characters, which is all that Slack takes', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]).toString('base64')

    await house.platform.post(post({ file: { name: 'a.png', png, alt: '迟交'.repeat(800) } }))

    const [call] = house.slack.calls('files.getUploadURLExternal')
    expect(String(call?.args.alt_txt)).toHaveLength(1_000)
    expect(call?.args.length).toBe('4')
  })
})
