import { describe, expect, it } from 'vitest'
import { openForm, soon, told, toldOf } from './reading.ts'
import { card, form } from './samples.ts'
import type { Stage } from './stage.ts'

const LINK = /^(https:\/\/\S+|\/playground#message-\d+)$/

export function shortcutSentences(stage: () => Stage): void {
  /** Mei has written this, and Mira files it. */
  const filed = async (text = 'The sensors arrive broken') => {
    const { door, mira, mei } = stage()
    await mei.say(text)
    door.received.length = 0
    await mira.use('complaint.file', text)
  }
  const asked = () => {
    const { what } = stage().door.received[0] ?? {}
    if (what?.kind !== 'shortcut') throw new Error('No shortcut was used')
    return what
  }

  describe('a shortcut on a message', () => {
    it('reaches the router with who used it, where, and what was written by whom', async () => {
      const { door, mira, mei, room, otherRoom, platform, installation } = stage()
      await mei.say([{ person: mira }, ' the sensors for ', { room: otherRoom }, ' arrive <broken> & late'])
      door.received.length = 0

      await mira.use('complaint.file', 'arrive')

      expect(door.received[0]).toMatchObject({
        ...{ platform: platform.name, installation, from: mira.id, channel: room.id },
        what: { kind: 'shortcut', shortcut: 'complaint.file' },
      })
      expect(asked().message).toMatchObject({
        ...{ id: expect.any(String), author: mei.id, link: expect.stringMatching(LINK) },
        text: `<@${mira.id}> the sensors for <#${otherRoom.id}> arrive <broken> & late`,
      })
    })

    it('of a program has a name but nobody as its author', async () => {
      const { mira, post } = stage()
      await post(card('It is late'))

      await mira.use('complaint.file', 'It is late')

      expect(asked().message).toMatchObject({ authorName: 'Drumbeat' })
      expect(asked().message).not.toHaveProperty('author')
    })

    it('links to it where it stands', async () => {
      const { platform, mira, post } = stage()
      const ref = await post(card('It is late'))

      await mira.use('complaint.file', 'It is late')

      expect(asked().message.link).toBe(await soon('an address', () => platform.linkTo(ref)))
    })

    it('opens a form for whoever used it alone', async () => {
      const { door, mira, mei } = stage()
      door.answers = ({ what }) =>
        what.kind === 'shortcut' ? { kind: 'form', form: form({ title: 'New complaint' }) } : { kind: 'nothing' }

      await filed()

      expect(await openForm(mira)).toMatchObject({ title: 'New complaint' })
      expect(await mei.form()).toBeNull()
    })

    it('gives back the form’s answers', async () => {
      const { door, mira, room } = stage()
      door.answers = ({ what }) =>
        what.kind === 'shortcut' ? { kind: 'form', form: form({ context: 'from:12' }) } : { kind: 'nothing' }
      await filed()
      await openForm(mira)
      door.received.length = 0

      await mira.submit({ name: 'Broken' })

      expect(door.received[0]?.what).toMatchObject({
        kind: 'submission',
        context: 'from:12',
        values: { name: 'Broken' },
      })
      expect([undefined, room.id]).toContain(door.received[0]?.channel)
    })

    it('shows a card to whoever used it alone', async () => {
      const { door, mira, mei } = stage()
      door.answers = ({ what }) => (what.kind === 'shortcut' ? { kind: 'card', card: card('Already filed') } : NOTHING)

      await filed()

      await toldOf(mira, 'Already filed')
      expect([await mei.privately(), await mei.room(), await mira.room()]).toEqual([[], [], []])
    })

    it('says nothing when there is nothing to say', async () => {
      await filed()

      expect([await stage().mira.privately(), await stage().mira.form()]).toEqual([[], null])
    })

    it('that no flow has any more is answered all the same', async () => {
      const { door, mira, mei } = stage()
      await mei.say('The sensors arrive broken')
      door.received.length = 0

      await mira.use('complaint.gone', 'arrive')

      expect((await told(mira)).words).toMatch(/shortcut/)
      expect(door.received).toEqual([])
    })

    it('of 12,000 characters reaches the router whole', async () => {
      const text = '传感器 <a> & b\n'.repeat(1_000).slice(0, 11_999).trimEnd()

      await stage().mei.say(text)
      stage().door.received.length = 0
      await stage().mira.use('complaint.file', '传感器')

      expect(asked().message.text).toBe(text)
    })
  })
}

const NOTHING = { kind: 'nothing' } as const
