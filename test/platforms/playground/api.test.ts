import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Inbound } from '../../../src/platform.ts'
import type { Answered, State } from '../../../src/platforms/playground/wire.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { DOT } from '../contract/samples.ts'
import { fakeDirectory } from './fake-door.ts'
import { type Served, servePlayground } from './served.ts'
import { everyBlock, everyField, toned } from './showcase.ts'

let database: TestDatabase
let served: Served

beforeEach(async () => {
  database = await testDatabase()
  served = await servePlayground(database.db)
})

afterEach(async () => {
  await served.close()
  await database.close()
})

const post = async (path: string, body: object) => {
  const response = await fetch(`${served.url}/playground/api/${path}`, {
    ...{ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  })
  return { status: response.status, body: (await response.json()) as Answered & { error?: string } }
}
const stateOf = async (as: string): Promise<State> =>
  (await (await fetch(`${served.url}/playground/api/state?as=${as}`)).json()) as State
const lastIn = async (as: string, place: string) =>
  (await stateOf(as)).messages.filter((each) => each.place === place).at(-1)
const unreadOf = async (as: string, place: string) => (await stateOf(as)).places.find(({ id }) => id === place)?.unread
const received = (): Inbound | undefined => served.door.received.at(-1)

describe('what the playground shows', () => {
  it('shows a company of six in three time zones, one of whom reads Chinese', async () => {
    const { personas, places } = await stateOf('mira')

    expect(personas).toHaveLength(6)
    expect(new Set(personas.map(({ timeZone }) => timeZone)).size).toBe(3)
    expect(personas.filter(({ locale }) => locale === 'zh-CN').map(({ name }) => name)).toEqual(['陈梅'])
    expect(places.map(({ id }) => id)).toEqual([
      'channel:general',
      'channel:engineering',
      'channel:support',
      'direct:mira',
    ])
  })

  it('tells each persona the time and the next nine o’clock in their own zone', async () => {
    const { clock } = await stateOf('mei')

    expect(clock).toMatchObject({ zone: 'Asia/Shanghai', iso: '2026-05-04T15:00:00.000+08:00[Asia/Shanghai]' })
    expect(clock.tomorrow).toBe('2026-05-05T01:00:00Z')
  })

  it('speaks the language of whoever looks and lists the commands and what is coming', async () => {
    served.agenda.push({ at: served.now.add({ hours: 1 }), what: 'Daily sync' })

    const { personas, agenda, commands } = await stateOf('mei')

    expect(personas[2]).toMatchObject({ job: '质量经理', city: '上海' })
    expect(agenda).toEqual([{ at: '2026-05-04T08:00:00Z', what: 'Daily sync' }])
    expect(commands[0]).toMatchObject({ flow: 'standup', command: 'new' })
  })
})

describe('commands', () => {
  it('hands a command to the router with its mentions as ids', async () => {
    await post('command', { as: 'mira', channel: 'general', text: '/Ops away fri @mei @陈梅，#support', id: 'r1' })

    expect(received()).toEqual({
      platform: 'playground',
      installation: 'playground',
      receipt: 'play:r1',
      from: 'mira',
      channel: 'general',
      what: { kind: 'command', flow: 'ops', text: 'away fri <@mei> <@mei>，<#support>' },
    })
  })

  it('shows an answer only to whoever asked, in the place where they asked', async () => {
    served.door.answer = () => ({ kind: 'card', card: toned('good'), file: { name: 'history.csv', text: 'who,what' } })

    const { body } = await post('command', { as: 'mira', channel: 'general', text: '/standup list' })

    expect(body.reply).toBe('card')
    expect(await lastIn('mira', 'channel:general')).toMatchObject({ private: true, card: { title: 'A good card' } })
    expect(await lastIn('mei', 'channel:general')).toBeUndefined()
  })

  it('lets only whoever asked download the file that came with the answer', async () => {
    served.door.answer = () => ({ kind: 'card', card: toned('good'), file: { name: '历史.csv', text: '谁,何时' } })
    await post('command', { as: 'mira', text: '/standup export' })
    const href = (await lastIn('mira', 'direct:mira'))?.file?.href ?? ''

    const own = await fetch(served.url + href)
    const foreign = await fetch(served.url + href.replace('as=mira', 'as=nora'))

    expect(await own.text()).toBe('谁,何时')
    expect(own.headers.get('Content-Disposition')).toContain("filename*=UTF-8''%E5%8E%86%E5%8F%B2.csv")
    expect(foreign.status).toBe(404)
  })

  it('shows a picture in the page instead of handing it out', async () => {
    const { png } = DOT
    served.door.answer = () => ({ kind: 'card', card: toned('good'), file: { name: 'pareto.png', png, alt: 'Pareto' } })
    await post('command', { as: 'mira', text: '/complaint report' })
    const { file } = (await lastIn('mira', 'direct:mira')) ?? {}

    const shown = await fetch(served.url + file?.href)

    expect(file).toMatchObject({ name: 'pareto.png', picture: { alt: 'Pareto', width: 1, height: 1 } })
    expect(Buffer.from(await shown.arrayBuffer()).toString('base64')).toBe(png)
    expect(shown.headers.get('Content-Type')).toBe('image/png')
    expect(shown.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(shown.headers.get('Content-Disposition')).toBeNull()
  })

  it('shows the answer to a repeated request once', async () => {
    served.door.answer = () => ({ kind: 'card', card: toned('good') })

    const first = await post('command', { as: 'mira', text: '/ops help', id: 'again' })
    const second = await post('command', { as: 'mira', text: '/ops help', id: 'again' })

    expect(second.body).toEqual(first.body)
    expect((await stateOf('mira')).messages).toHaveLength(1)
  })

  it('says what a command looks like when it has no slash', async () => {
    const { status, body } = await post('command', { as: 'mira', text: 'standup new' })

    expect(status).toBe(400)
    expect(body.error).toBe('A command begins with a slash, such as /standup new.')
  })
})

describe('messages', () => {
  it('keeps what is said in a channel among the people, and lets the router overhear it', async () => {
    await post('message', { as: 'jonas', channel: 'general', text: 'Morning @mei, <script> & #support' })

    const message = await lastIn('nora', 'channel:general')
    expect(received()?.what).toEqual({
      kind: 'overheard',
      message: {
        ...{ id: message?.id, author: 'jonas', authorName: 'Jonas Ebersweil' },
        link: `/playground#message-${message?.id}`,
        text: 'Morning <@mei>, <script> & <#support>',
      },
    })
    expect(message?.card.blocks).toEqual([
      {
        kind: 'text',
        text: ['Morning ', { person: 'mei', name: '陈梅' }, ', <script> & ', { channel: 'support', name: 'support' }],
      },
    ])
  })

  it('hears a message that mentions Drumbeat, and every one in the direct conversation', async () => {
    await post('message', { as: 'jonas', channel: 'general', text: '@Drumbeat where is @mei?' })
    await post('message', { as: 'jonas', text: 'I finished the release' })

    expect(served.door.received.map(({ channel, what }) => ({ channel, what }))).toEqual([
      { channel: 'general', what: { kind: 'message', text: 'where is <@mei>?' } },
      { what: { kind: 'message', text: 'I finished the release' } },
    ])
    expect((await stateOf('mei')).messages).toHaveLength(1)
  })

  it('counts as unread what others wrote since the persona last looked', async () => {
    await post('message', { as: 'jonas', channel: 'general', text: 'One' })
    await post('message', { as: 'mei', channel: 'general', text: 'Two' })
    const newest = (await lastIn('mei', 'channel:general'))?.id

    expect(await unreadOf('mei', 'channel:general')).toBe(1)
    await post('read', { as: 'mei', place: 'channel:general', upTo: newest })
    expect(await unreadOf('mei', 'channel:general')).toBe(0)
    expect(await unreadOf('nora', 'channel:general')).toBe(2)
  })
})

describe('forms', () => {
  it('returns a form with the playground’s ids in its fields', async () => {
    served.door.answer = () => ({ kind: 'form', form: everyField })

    const { body } = await post('command', { as: 'mira', text: '/standup new' })

    if (body.reply !== 'form') throw new Error('There is no form.')
    const values = Object.fromEntries(body.form.fields.map((field) => [field.name, field]))
    expect(values.channel).toMatchObject({ value: 'engineering' })
    expect(values.participants).toMatchObject({ values: ['mira'] })
  })

  it('hands a submission on with the flow’s context, naming the fields that hold persons and channels', async () => {
    served.door.answer = () => ({ kind: 'form', form: everyField })
    const { body } = await post('command', { as: 'mira', channel: 'general', text: '/standup new' })
    if (body.reply !== 'form') throw new Error('There is no form.')
    const { id: form, context } = body.form

    const values = { name: 'Sync', participants: ['mei'], delay: 20, from: '', days: [], reminder: false }
    await post('submit', { as: 'mira', channel: 'general', form, context, values })

    expect(received()?.what).toEqual({
      kind: 'submission',
      form: 'standup.new',
      context: 'standup-7',
      values: { name: 'Sync', participants: ['mei'], delay: '20', reminder: false },
      people: ['participants', 'lead'],
      channels: ['channel'],
    })
  })

  it('returns what is wrong with the fields', async () => {
    served.door.answer = () => ({ kind: 'invalid', errors: { name: 'There is one of that name.' } })

    const { body } = await post('submit', { as: 'mira', form: 'standup.new', values: {} })

    expect(body).toEqual({ reply: 'invalid', errors: { name: 'There is one of that name.' } })
  })
})

describe('shortcuts', () => {
  it('hands on a card of Drumbeat’s in words, with nobody as its author', async () => {
    await served.playground.post({
      ...{ key: 'standup/1', installation: 'playground', to: { channel: 'support' }, directory: fakeDirectory },
      card: everyBlock,
    })
    const message = (await lastIn('mei', 'channel:support'))?.id

    await post('shortcut', { as: 'mei', message, shortcut: 'complaint.file', id: 'r1' })

    expect(received()).toMatchObject({ receipt: 'play:r1', from: 'mei', channel: 'support' })
    const { what } = received() ?? {}
    if (what?.kind !== 'shortcut') throw new Error('No shortcut was used')
    expect(what.message).toMatchObject({ id: message, authorName: 'Drumbeat', link: `/playground#message-${message}` })
    expect(what.message).not.toHaveProperty('author')
    expect(what.message.text.split('\n').slice(0, 9)).toEqual([
      'Daily sync · Monday, 4 May',
      'Blockers first',
      '<@mei> waits for the calibration rig, see the order.',
      ...['The rig is with the supplier until Thursday.', 'We test with the old one.'],
      ...['Lead: <@mira>', 'Where: <#engineering>', 'Answered: 4 of 6', 'Away: Theo Marchbank (until Friday)'],
    ])
  })

  it.each([
    ['on a message that there is not', { message: '99', shortcut: 'complaint.file' }, 'There is no such message.'],
    ['that there is not', { shortcut: 'complaint.gone' }, 'There is no such shortcut.'],
  ])('refuses one %s', async (_what, request, sentence) => {
    await post('message', { as: 'jonas', channel: 'general', text: 'Hello' })
    const message = (await lastIn('mei', 'channel:general'))?.id
    served.door.received.length = 0

    const { status, body } = await post('shortcut', { as: 'mei', message, ...request })

    expect([status, body.error]).toEqual([404, sentence])
    expect(served.door.received).toEqual([])
  })

  it('lists them for the page in both languages', async () => {
    expect((await stateOf('mei')).shortcuts).toEqual([
      { shortcut: 'complaint.file', title: { en: 'File a complaint', 'zh-CN': '登记客诉' } },
    ])
  })
})

describe('buttons', () => {
  it('hands a press on, from the channel in which the message stands', async () => {
    await post('message', { as: 'jonas', channel: 'support', text: 'Hello' })
    const message = (await lastIn('mei', 'channel:support'))?.id

    await post('press', { as: 'mei', message, button: 'standup.answer', value: 'run-1' })

    expect(received()).toMatchObject({
      ...{ from: 'mei', channel: 'support', what: { kind: 'press', action: 'standup.answer', value: 'run-1' } },
    })
  })

  it('puts a replacing answer in the place of the private card that was pressed', async () => {
    served.door.answer = () => ({ kind: 'card', card: toned('plain') })
    await post('command', { as: 'mira', channel: 'general', text: '/standup delete' })
    const message = (await lastIn('mira', 'channel:general'))?.id
    served.door.answer = () => ({ kind: 'card', card: toned('good'), replaces: true })

    await post('press', { as: 'mira', message, button: 'standup.delete' })

    const { messages } = await stateOf('mira')
    expect(messages.map(({ id, card }) => [id, card.title])).toEqual([[message, 'A good card']])
  })

  it('knows nothing of a message that somebody else got', async () => {
    served.door.answer = () => ({ kind: 'card', card: toned('plain') })
    await post('command', { as: 'mira', channel: 'general', text: '/ops help' })
    const message = (await lastIn('mira', 'channel:general'))?.id

    const { status } = await post('press', { as: 'nora', message, button: 'ops.more' })

    expect(status).toBe(404)
    expect(served.door.received).toHaveLength(1)
  })
})
