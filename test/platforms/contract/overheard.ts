import { describe, expect, it } from 'vitest'
import { soon } from './reading.ts'
import { card, LITERAL } from './samples.ts'
import type { Stage } from './stage.ts'

export function overheardSentences(stage: () => Stage): void {
  const overheard = () => {
    const { what } = stage().door.received[0] ?? {}
    if (what?.kind !== 'overheard') throw new Error('Nothing was overheard')
    return what.message
  }

  describe('a message to nobody in particular', () => {
    it('reaches the router with who wrote it and where, and with its address', async () => {
      const { door, mira, mei, room, otherRoom, platform, installation } = stage()

      await mira.say(['A customer of ', { person: mei }, ' complains in ', { room: otherRoom }])

      expect(door.received).toEqual([
        {
          ...{ platform: platform.name, installation, from: mira.id, channel: room.id, receipt: expect.any(String) },
          what: { kind: 'overheard', message: expect.any(Object) },
        },
      ])
      expect(overheard()).toMatchObject({
        ...{ id: expect.any(String), author: mira.id, link: expect.stringMatching(/^(https:\/)?\/\S+$/) },
        text: `A customer of <@${mei.id}> complains in <#${otherRoom.id}>`,
      })
    })

    it('is known by the same id and address when somebody uses a shortcut on it', async () => {
      const { door, mira, mei } = stage()
      await mei.say('The sensors arrive broken')
      const { id, link } = overheard()
      door.received.length = 0

      await mira.use('complaint.file', 'arrive')

      expect(door.received[0]?.what).toMatchObject({ message: { id, link } })
    })

    it.each(Object.entries(LITERAL).filter(([what]) => !/mention by hand/.test(what)))(
      'keeps what was written as it was: %s',
      async (_what, text) => {
        await stage().mira.say(text)

        expect(overheard().text).toBe(text)
      },
    )

    it('is answered with nothing, whatever anybody thinks of it', async () => {
      const { door, mira } = stage()
      door.answers = () => ({ kind: 'card', card: card('Interesting') })

      await mira.say('A customer complains')

      expect([await mira.privately(), await mira.room(), await mira.direct()]).toEqual([[], [], []])
    })

    it('is not what mentions the bot: that comes once, as a message', async () => {
      const { door, mira } = stage()

      await mira.write('help', 'room')

      await soon('the message', () => door.received[0])
      expect(door.received.map(({ what }) => what.kind)).toEqual(['message'])
    })

    it('is not what the bot writes', async () => {
      const { door, post } = stage()

      await post(card('Time for the stand-up'))

      expect(door.received).toEqual([])
    })
  })

  it('says whether it may hear what is said in channels', async () => {
    const { door, platform, installation } = stage()

    const notice = await soon('the notice', () => door.notices.find(({ kind }) => kind === 'hearing'))

    expect(notice).toEqual({ platform: platform.name, installation, kind: 'hearing', hears: true })
  })
}
