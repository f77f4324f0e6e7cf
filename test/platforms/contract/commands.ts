import { describe, expect, it } from 'vitest'
import { openForm, soon, told, toldOf } from './reading.ts'
import { card, DOT, form, LITERAL } from './samples.ts'
import type { Stage } from './stage.ts'

export function commandSentences(stage: () => Stage): void {
  describe('a command', () => {
    it('reaches the router with who asked and where', async () => {
      const { door, mira, room, platform, installation } = stage()

      await mira.command('/standup new', 'room')
      await mira.command('/standup new', 'direct')

      const common = { platform: platform.name, installation, from: mira.id, receipt: expect.any(String) }
      const what = { kind: 'command', flow: 'standup', text: 'new' }
      expect(door.received).toEqual([
        { ...common, what, channel: room.id },
        { ...common, what },
      ])
    })

    it('names people and channels by the product’s ids', async () => {
      const { door, mira, mei, otherRoom } = stage()

      await mira.command(['/ops away fri ', { person: mei }, ' ', { room: otherRoom }, ' from:"next week"'])

      const text = `away fri <@${mei.id}> <#${otherRoom.id}> from:"next week"`
      expect(door.received[0]?.what).toEqual({ kind: 'command', flow: 'ops', text })
    })

    it.each(Object.entries(LITERAL).filter(([what]) => !/mention by hand/.test(what)))(
      'keeps what was typed as it was: %s',
      async (_what, text) => {
        const { door, mira } = stage()

        await mira.command(`/standup skip ${text}`)

        expect(door.received[0]?.what).toMatchObject({ text: `skip ${text}` })
      },
    )

    it('of 2,000 characters reaches the router whole', async () => {
      const { door, mira } = stage()
      const text = `skip ${'字&'.repeat(1_000)}`.slice(0, 2_000)

      await mira.command(`/standup ${text}`)

      expect(door.received[0]?.what).toMatchObject({ text })
    })

    it('is answered with nothing when there is nothing to say', async () => {
      const { mira } = stage()

      await mira.command('/standup list', 'room')

      expect([await mira.privately(), await mira.room(), await mira.form()]).toEqual([[], [], null])
    })

    it('brings a file with its exact text to whoever asked alone', async () => {
      const { door, mira, mei } = stage()
      const file = { name: 'history.csv', text: '谁,when\r\n"a ""b""",<&>\n' }
      door.answers = () => ({ kind: 'card', card: card('Here it is'), file })

      await mira.command('/standup export', 'room')

      await toldOf(mira, 'Here it is')
      expect(await soon('the file', async () => (await mira.files()).at(0))).toEqual(file)
      expect(await mei.files()).toEqual([])
    })

    it('brings a picture to whoever asked alone', async () => {
      const { door, mira, mei } = stage()
      door.answers = () => ({ kind: 'card', card: card('Here it is'), file: DOT })

      await mira.command('/standup export', 'room')

      expect(await soon('the picture', async () => (await mira.files()).at(0))).toEqual(DOT)
      expect(await mei.files()).toEqual([])
    })

    it('opens a form for whoever asked alone', async () => {
      const { door, mira, mei } = stage()
      door.answers = () => ({ kind: 'form', form: form() })

      await mira.command('/standup new', 'room')

      expect(await openForm(mira)).toMatchObject({ title: 'New stand-up', submit: 'Save' })
      expect(await mei.form()).toBeNull()
    })

    it('that no flow has is answered all the same', async () => {
      const { door, mira } = stage()
      door.answers = () => ({ kind: 'card', card: card('There is no such command') })

      await mira.command('/nonsense at all')

      expect((await told(mira)).words).toContain(' no')
    })

    it('that is wrong is answered in words', async () => {
      const { door, mira } = stage()
      door.answers = () => ({ kind: 'invalid', errors: { at: 'There is no 25:00.', '': 'Try again.' } })

      await mira.command('/standup new 25:00')

      expect((await told(mira)).words).toMatch(/There is no 25:00\.\sTry again\./)
    })
  })
}
