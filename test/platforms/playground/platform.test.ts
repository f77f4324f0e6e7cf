import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChannelClosed, PersonUnreachable } from '../../../src/errors.ts'
import type { OutgoingPost } from '../../../src/platform.ts'
import type { State } from '../../../src/platforms/playground/wire.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { fakeDirectory } from './fake-door.ts'
import { type Served, servePlayground } from './served.ts'
import { everyBlock, toned } from './showcase.ts'

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

const outgoing = (post: Partial<OutgoingPost>): OutgoingPost => ({
  ...{ key: 'standup/1', installation: 'playground', to: { channel: 'general' }, card: toned('plain') },
  ...{ directory: fakeDirectory, ...post },
})
const stateOf = async (as: string): Promise<State> =>
  (await (await fetch(`${served.url}/playground/api/state?as=${as}`)).json()) as State

describe('posting', () => {
  it('posts once under one key, however often it is tried', async () => {
    const refs = await Promise.all([1, 2, 3].map(() => served.playground.post(outgoing({}))))

    expect(new Set(refs).size).toBe(1)
    expect((await stateOf('mira')).messages).toHaveLength(1)
  })

  it('shows a private post to its person alone', async () => {
    await served.playground.post(outgoing({ to: { person: 'mei' } }))

    expect((await stateOf('mei')).messages[0]).toMatchObject({ place: 'direct:mei', from: null, private: false })
    expect((await stateOf('mira')).messages).toEqual([])
  })

  it('writes mentions with its own people and channels, and unknown ones as plain words', async () => {
    const text = [{ person: 'gone', name: 'Somebody' }, ' asks ', { person: 'member-mei', name: '陈梅' }]
    const link = { link: 'the prompt', post: 'known/7' }
    const later = { link: 'the digest', post: 'unknown' }
    const card = { ...everyBlock, blocks: [{ kind: 'text' as const, text: [...text, ' ', link, later] }] }

    await served.playground.post(outgoing({ card }))

    const [message] = (await stateOf('mira')).messages
    const drawn = [
      '@Somebody',
      ' asks ',
      { person: 'mei', name: '陈梅' },
      ' ',
      { link: 'the prompt', href: '/playground#message-7' },
    ]
    expect(message?.card.blocks).toEqual([{ kind: 'text', text: [...drawn, 'the digest'] }])
  })

  it('changes a message in its place and says that it was edited', async () => {
    const ref = await served.playground.post(outgoing({}))
    await served.playground.post(outgoing({ key: 'standup/2', thread: ref }))
    served.now = served.now.add({ minutes: 5 })

    await served.playground.update(outgoing({ card: toned('good') }), ref)

    const { messages } = await stateOf('mira')
    expect(messages[0]).toMatchObject({ id: ref, card: { title: 'A good card' }, edited: '2026-05-04T07:05:00Z' })
    expect(messages[1]).toMatchObject({ thread: ref, edited: null })
  })

  it('shows asides under their message, and counts them as no news', async () => {
    const ref = await served.playground.post(outgoing({ key: 'complaint/1/card' }))
    const aside = await served.playground.post(outgoing({ key: 'complaint/1/story/1', thread: ref, aside: true }))
    await served.playground.update(outgoing({ key: 'complaint/1/story/1', card: toned('good') }), aside)

    const { messages, places } = await stateOf('mira')

    expect(messages.map(({ id, thread, aside }) => ({ id, thread, aside }))).toEqual([
      { id: ref, thread: null, aside: false },
      { id: aside, thread: ref, aside: true },
    ])
    expect(messages[1]?.card.title).toBe('A good card')
    expect(places.find(({ id }) => id === 'channel:general')?.unread).toBe(1)
  })

  it('keeps two hundred messages of a place in sight, whatever stands under them', async () => {
    const refs: string[] = []
    for (let count = 0; count < 201; count++)
      refs.push(await served.playground.post(outgoing({ key: `card/${count}` })))
    for (const [count, thread] of [refs[0], refs[1], refs[1]].entries())
      await served.playground.post(outgoing({ key: `story/${count}`, thread: thread ?? '', aside: true }))

    const { messages } = await stateOf('mira')

    expect(messages.filter(({ aside }) => !aside).map(({ id }) => id)).toEqual(refs.slice(1))
    expect(messages.filter(({ aside }) => aside).map(({ thread }) => thread)).toEqual([refs[1], refs[1]])
  })

  it('refuses people and channels that it does not have', async () => {
    await expect(served.playground.post(outgoing({ to: { person: 'nobody' } }))).rejects.toThrow(PersonUnreachable)
    await expect(served.playground.post(outgoing({ to: { channel: 'nowhere' } }))).rejects.toThrow(ChannelClosed)
  })

  it('keeps everything for the next start', async () => {
    await served.playground.post(outgoing({}))
    await served.close()

    served = await servePlayground(database.db)

    expect((await stateOf('mira')).messages).toHaveLength(1)
  })
})

describe('who and where', () => {
  it('knows its people; the first is the administrator', async () => {
    const mira = await served.playground.profileOf('playground', 'mira')
    const mei = await served.playground.profileOf('playground', 'mei')

    expect(mira).toMatchObject({ name: 'Mira Falkenrath', administrator: true, active: true, kind: 'person' })
    expect(mei).toMatchObject({ timeZone: 'Asia/Shanghai', locale: 'zh-CN', administrator: false })
    expect(await served.playground.profileOf('playground', 'nobody')).toBeNull()
  })

  it('knows its channels', async () => {
    expect(await served.playground.channelOf('playground', 'support')).toEqual({
      ...{ externalId: 'support', name: 'support', open: true },
    })
    expect(await served.playground.channelOf('playground', 'nowhere')).toBeNull()
  })
})

describe('news', () => {
  it('tells open pages what another process has posted', async () => {
    const stream = await fetch(`${served.url}/playground/api/events?as=mira`)
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    await readUntil(reader, /data: 0\./)
    const elsewhere = await servePlayground(database.db)

    const ref = await elsewhere.playground.post(outgoing({}))
    const posted = await readUntil(reader, /data: 1\.1/)
    await elsewhere.playground.update(outgoing({ card: toned('bad') }), ref)
    const edited = await readUntil(reader, /data: 1\.2/)

    expect([posted, edited]).toEqual([true, true])
    await reader.cancel()
    await elsewhere.close()
  })
})

async function readUntil(reader: ReadableStreamDefaultReader<string>, wanted: RegExp): Promise<boolean> {
  for (let text = ''; !wanted.test(text); ) {
    const { value, done } = await reader.read()
    if (done) return false
    text += value
  }
  return true
}
