import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { read } from '../../support/slack/reading.ts'
import { card, post, type Served, serveSlack, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  await house.close()
})

describe('a post', () => {
  it('to a channel has words for notifications and blocks for readers, and unfurls nothing', async () => {
    await house.platform.post(post({ card: card('Look', { summary: 'New <stand-up> & more' }) }))

    expect(house.slack.channel('general').map(read)).toEqual(['Look'])
    expect(house.slack.calls('chat.postMessage')[0]?.args).toMatchObject({
      text: 'New &lt;stand-up&gt; &amp; more',
      unfurl_links: 'false',
      unfurl_media: 'false',
    })
  })

  it('to a person goes to the conversation with them, which is opened once', async () => {
    await house.platform.post(post({ to: { person: 'UMEI' } }))
    await house.platform.post(post({ to: { person: 'UMEI' } }))

    expect(house.slack.user('mei').dms).toHaveLength(2)
    expect(house.slack.calls('conversations.open')).toHaveLength(1)
    expect(house.slack.calls('users.info')).toHaveLength(1)
  })

  it('under another stands in its thread and in the channel', async () => {
    const thread = await house.platform.post(post())

    await house.platform.post(post({ thread }))

    const [first, second] = house.slack.channel('general')
    expect(second).toMatchObject({ thread: first?.ts, broadcast: true })
  })

  it('is changed where it stands', async () => {
    const ref = await house.platform.post(post())

    await house.platform.update(post({ card: card('It is over') }), ref)

    expect(house.slack.channel('general').map(read)).toEqual(['It is over'])
  })

  it('that somebody has deleted stays deleted', async () => {
    const ref = await house.platform.post(post())
    house.slack.state.messages.length = 0

    await house.platform.update(post({ card: card('It is over') }), ref)

    expect(house.slack.channel('general')).toEqual([])
    expect(house.log.join()).toContain('message to change is gone')
  })

  it('has an address that opens it', async () => {
    const ref = await house.platform.post(post())
    await until(() => house.platform.linkTo(ref) !== null)

    const [message] = house.slack.channel('general')
    expect(house.platform.linkTo(ref)).toBe(
      `https://t0fake.slack.com/archives/CGENERAL/p${message?.ts.replace('.', '')}`,
    )
  })

  it('brings its file along', async () => {
    const file = { name: 'answers.csv', text: '谁,what\n' }

    await house.platform.post(post({ to: { person: 'UMEI' }, file }))

    expect(house.slack.user('mei').dms.flatMap(({ files }) => files)).toEqual([file])
  })

  it('never sends a file to an address that is not Slack’s', async () => {
    const evil = 'https://slack.com.evil.example/upload/1'
    house.slack.fault('files.getUploadURLExternal', { answer: { ok: true, upload_url: evil, file_id: 'F1' } })

    const sending = house.platform.post(post({ file: { name: 'a.csv', text: 'secret' } }))

    await expect(sending).rejects.toThrow('not its own')
    expect(house.slack.channel('general')).toEqual([])
  })

  it('whose blocks Slack refuses is sent as words, and the mistake is logged without them', async () => {
    house.slack.fault('chat.postMessage', { error: 'invalid_blocks' })
    const facts = card('Digest', { blocks: [{ kind: 'facts', facts: [{ label: 'Mei', value: 'my <secret> plan' }] }] })

    await house.platform.post(post({ card: facts }))

    expect(house.slack.channel('general').map(read)).toEqual(['Mei: my &lt;secret&gt; plan'])
    expect(house.log.join()).toContain('invalid_blocks')
    expect(house.log.join()).not.toContain('secret')
  })
})
