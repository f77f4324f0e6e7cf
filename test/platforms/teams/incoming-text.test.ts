import { describe, expect, it } from 'vitest'
import { messageInbound } from '../../../src/platforms/teams/inbound.ts'
import { incomingText } from '../../../src/platforms/teams/incoming-text.ts'
import { Activity } from '../../../src/platforms/teams/payloads.ts'

const BOT = { id: '28:drumbeat', name: 'Drumbeat' }
const activity = (text: string, more: object = {}) =>
  Activity.parse({
    ...{ type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/', text },
    ...{ from: { id: '29:mira' }, recipient: BOT, conversation: { id: '19:general@thread.tacv2' }, ...more },
  })
const said = (text: string, mentioned: readonly { id: string; name: string }[] = [BOT], textFormat = 'plain') =>
  incomingText(
    Activity.parse({
      ...{
        type: 'message',
        channelId: 'msteams',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        textFormat,
        text,
      },
      ...{ from: { id: '29:mira' }, recipient: BOT, conversation: { id: '19:general@thread.tacv2' } },
      entities: mentioned.map(({ id, name }) => ({
        type: 'mention',
        mentioned: { id, name },
        text: `<at>${name}</at>`,
      })),
    }),
  )

describe('what somebody wrote', () => {
  it.each(['<at>Drumbeat</at> okr list', '<at>Drumbeat</at>&nbsp;okr list\n', '<at>Drumbeat</at>\u00a0 okr list'])(
    'is without the bot’s name and the space after it: %j',
    (text) => {
      expect(said(text)).toBe('okr list')
    },
  )

  it('holds people and channels by their ids, also two of one name', () => {
    const [ana, other] = [
      { id: '29:1', name: 'Ana' },
      { id: '29:2', name: 'Ana' },
    ]
    const channel = { id: '19:sales@thread.tacv2', name: 'sales' }
    const text = '<at>Drumbeat</at> ops backup <at>Ana</at>&nbsp;<at>Ana</at> in <at>sales</at>'

    expect(said(text, [BOT, ana, other, channel])).toBe('ops backup <@29:1> <@29:2> in <#19:sales@thread.tacv2>')
  })

  it('is taken literally where it is no markup', () => {
    expect(said('a < b && c > d &amp; <b>e</b>', [])).toBe('a < b && c > d &amp; <b>e</b>')
  })

  it('is freed of markup where it is some', () => {
    expect(said('<p>a &lt; b &amp;&nbsp;<b>c</b></p>', [], 'xml')).toBe('a < b & c')
  })
})

describe('what is said to nobody in particular', () => {
  const heardOf = (id: string, root: string) => {
    const conversation = { id: `19:general@thread.tacv2;messageid=${root}`, conversationType: 'channel' }
    return messageInbound(activity('It broke', { id, conversation }), [])?.what.kind
  }

  it('is heard when it begins a thread, and not when it answers in one', () => {
    expect(heardOf('1700000000001', '1700000000001')).toBe('overheard')
    expect(heardOf('1700000000002', '1700000000001')).toBeUndefined()
    expect(heardOf('08b84c5b-d731-470d-811f-337ff61a9a2f', '1700000000001')).toBe('overheard')
  })
})
