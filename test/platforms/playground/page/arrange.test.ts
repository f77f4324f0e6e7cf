import { describe, expect, it } from 'vitest'
import { arrange, foldedAway } from '../../../../src/platforms/playground/page/arrange.ts'
import type { MessageSeen } from '../../../../src/platforms/playground/wire.ts'

const BERLIN = { locale: 'en' as const, zone: 'Europe/Berlin' }
const message = (id: string, at: string, more: Partial<MessageSeen> = {}): MessageSeen => ({
  ...{
    id,
    at,
    place: 'channel:general',
    thread: null,
    from: null,
    private: false,
    aside: false,
    file: null,
    edited: null,
  },
  ...{ card: { locale: 'en', summary: id, blocks: [] }, ...more },
})
const keys = (messages: MessageSeen[], reader = BERLIN) => arrange(messages, reader).map(({ key }) => key)

describe('arrange', () => {
  it('begins each day of the reader’s zone with its name', () => {
    const messages = [message('1', '2026-05-04T21:00:00Z'), message('2', '2026-05-04T23:00:00Z')]

    expect(keys(messages)).toEqual(['day-1', '1', 'day-2', '2'])
    expect(keys(messages, { locale: 'en', zone: 'America/New_York' })).toEqual(['day-1', '1', '2'])
  })

  it('puts replies beneath their parent, and points there when something came in between', () => {
    const rows = arrange(
      [
        message('1', '2026-05-04T07:00:00Z'),
        message('2', '2026-05-04T07:01:00Z', { thread: '1' }),
        message('3', '2026-05-04T07:02:00Z'),
        message('4', '2026-05-04T07:03:00Z', { thread: '1' }),
      ],
      BERLIN,
    )

    expect(rows.map(({ key }) => key)).toEqual(['day-1', '1', '3', 'echo-4'])
    expect(rows[1]).toMatchObject({ replies: [{ id: '2' }, { id: '4' }] })
  })

  it('shows a reply by itself when its parent is too old to be loaded', () => {
    expect(keys([message('2', '2026-05-04T07:01:00Z', { thread: '1' })])).toEqual(['day-2', '2'])
  })

  it('keeps asides under their parent, without a day or a pointer of their own, however late they come', () => {
    const aside = { thread: '1', aside: true }
    const rows = arrange(
      [
        message('1', '2026-05-04T07:00:00Z'),
        message('2', '2026-05-04T07:01:00Z', aside),
        message('3', '2026-05-04T07:02:00Z'),
        message('4', '2026-05-06T07:03:00Z', aside),
      ],
      BERLIN,
    )

    expect(rows.map(({ key }) => key)).toEqual(['day-1', '1', '3'])
    expect(rows[1]).toMatchObject({ replies: [{ id: '2' }, { id: '4' }] })
    expect(keys([message('2', '2026-05-04T07:01:00Z', aside)])).toEqual([])
  })

  it('folds away all asides but the newest, and no other reply', () => {
    const replies = ['aside', 'reply', 'aside', 'reply', 'aside', 'reply'].map((kind, index) =>
      message(String(index), '2026-05-04T07:00:00Z', { thread: 'x', aside: kind === 'aside' }),
    )

    expect(foldedAway(replies).map(({ id }) => id)).toEqual(['0', '2'])
    expect(foldedAway([])).toEqual([])
  })

  it('names the author of what follows within five minutes only once', () => {
    const said = ['07:00', '07:04', '07:10'].map((time, index) =>
      message(String(index), `2026-05-04T${time}:00Z`, { from: 'mei' }),
    )

    const rows = arrange(said, BERLIN)

    expect(rows.map((row) => row.kind === 'message' && row.follows)).toEqual([false, false, true, false])
  })
})
