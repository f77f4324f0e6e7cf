import { describe, expect, it } from 'vitest'
import { soon } from './reading.ts'
import { LITERAL } from './samples.ts'
import type { Stage } from './stage.ts'

export function messageSentences(stage: () => Stage): void {
  describe('a message', () => {
    it('to the bot directly reaches the router', async () => {
      const { door, mira, mei, room, platform, installation } = stage()

      await mira.write(['I finished it with ', { person: mei }, ' in ', { room }])

      expect(await soon('the message', () => door.received[0])).toEqual({
        ...{ platform: platform.name, installation, from: mira.id, receipt: expect.any(String) },
        what: { kind: 'message', text: `I finished it with <@${mei.id}> in <#${room.id}>` },
      })
    })

    it('that mentions the bot in a channel reaches the router without the mention', async () => {
      const { door, mira, mei, room } = stage()

      await mira.write(['where is ', { person: mei }, '?'], 'room')

      expect(await soon('the message', () => door.received[0])).toMatchObject({
        ...{ from: mira.id, channel: room.id, what: { kind: 'message', text: `where is <@${mei.id}>?` } },
      })
    })

    it.each(Object.entries(LITERAL).filter(([what]) => !/mention by hand/.test(what)))(
      'keeps what was written as it was: %s',
      async (_what, text) => {
        const { door, mira } = stage()

        await mira.write(text)

        expect((await soon('the message', () => door.received[0])).what).toEqual({ kind: 'message', text })
      },
    )

    it('of 12,000 characters reaches the router whole', async () => {
      const { door, mira } = stage()
      const text = '完成了 <a> & b\n'.repeat(1_000).slice(0, 11_999).trimEnd()

      await mira.write(text)

      expect((await soon('the message', () => door.received[0])).what).toEqual({ kind: 'message', text })
    })
  })
}
