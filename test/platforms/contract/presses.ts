import { describe, expect, it } from 'vitest'
import type { Button } from '../../../src/chat/card.ts'
import { openForm, soon, squeezed, told, toldOf } from './reading.ts'
import { card, form, withButton } from './samples.ts'
import type { Stage } from './stage.ts'

const buttons = (...shown: Button[]) => card('', { blocks: [{ kind: 'buttons', buttons: shown }] })

export function pressSentences(stage: () => Stage): void {
  describe('a press', () => {
    it('reaches the router with who pressed, what, and where', async () => {
      const { door, mei, room, post, platform, installation } = stage()
      await post(
        buttons(
          { label: 'Answer', action: 'standup.answer', value: 'run-1' },
          { label: 'Skip', action: 'standup.answer', value: 'run-2' },
          { label: 'Help', action: 'ops.help' },
        ),
      )

      for (const label of ['Skip', 'Help']) await mei.press(label)

      const common = { platform: platform.name, installation, from: mei.id, channel: room.id }
      expect(door.received).toEqual([
        { ...common, receipt: expect.any(String), what: { kind: 'press', action: 'standup.answer', value: 'run-2' } },
        { ...common, receipt: expect.any(String), what: { kind: 'press', action: 'ops.help', value: '' } },
      ])
    })

    it('in the conversation with the bot comes from no channel', async () => {
      const { door, mei, post } = stage()
      await post(withButton('Answer', 'standup.answer'), { to: { person: mei.id } })

      await mei.press('Answer')

      expect(door.received[0]).not.toHaveProperty('channel')
    })

    it.each([
      ['with every sign', '<a&b> 100% {"q":"&amp; %26 #1"}'],
      ['of 2,000 plain characters', 'x'.repeat(2_000)],
      ['of 2,000 signs', '<&>%'.repeat(500)],
      ['of 2,000 characters that look escaped', '%26&amp;%3C'.repeat(182).slice(0, 2_000)],
      ['of 2,000 other characters', '字'.repeat(2_000)],
    ])('gives back a value as it was: %s', async (_what, value) => {
      const { door, mei, post } = stage()
      await post(withButton('Answer', 'standup.answer', value))

      await mei.press('Answer')

      expect(door.received[0]?.what).toEqual({ kind: 'press', action: 'standup.answer', value })
    })

    it('of a button that no flow has any more reaches the router and is answered', async () => {
      const { door, mei, post } = stage()
      await post(withButton('Old', 'gone.with-the_wind.2'))
      door.answers = () => ({ kind: 'card', card: card('This no longer works') })

      await mei.press('Old')

      await toldOf(mei, 'This no longer works')
      expect(door.received[0]?.what).toMatchObject({ action: 'gone.with-the_wind.2' })
    })

    it('leaves the message of a channel as it is and answers whoever pressed', async () => {
      const { door, mira, mei, post } = stage()
      await post(withButton('Answer', 'standup.answer'))
      door.answers = () => ({ kind: 'card', card: card('You are not in this stand-up'), replaces: true })

      await mei.press('Answer')

      await toldOf(mei, 'You are not in this stand-up')
      expect(await mira.privately()).toEqual([])
      expect((await mira.room()).map(({ words }) => squeezed(words))).toEqual(['Answer'])
    })

    it('puts the answer in the place of the private card when the reply says so', async () => {
      const { door, mira } = stage()
      door.answers = ({ what }) =>
        what.kind === 'command'
          ? { kind: 'card', card: withButton('Delete', 'standup.delete') }
          : { kind: 'card', card: card('Deleted'), replaces: true }
      await mira.command('/standup delete', 'room')
      await told(mira)

      await mira.press('Delete')

      await toldOf(mira, 'Deleted')
      expect((await mira.privately()).map(({ words }) => words)).toEqual(['Deleted'])
    })

    it('puts the answer in the place of a card in the conversation with the bot when the reply says so', async () => {
      const { door, mei, post } = stage()
      await post(withButton('Delete', 'standup.delete'), { to: { person: mei.id } })
      door.answers = () => ({ kind: 'card', card: card('Deleted'), replaces: true })

      await mei.press('Delete')

      await soon('the answer', async () => (await mei.direct()).find(({ words }) => words === 'Deleted'))
      expect([(await mei.direct()).length, await mei.privately()]).toEqual([1, []])
    })

    it('on the card that answers a form is answered as well', async () => {
      const { door, mira } = stage()
      door.answers = ({ what }) =>
        what.kind === 'command'
          ? { kind: 'form', form: form() }
          : { kind: 'card', card: withButton('More', 'ops.more') }
      await mira.command('/standup new', 'room')
      await openForm(mira)
      await mira.submit({ name: 'Daily' })
      await toldOf(mira, 'More')
      door.answers = () => ({ kind: 'card', card: card('That is all') })

      await mira.press('More')

      await toldOf(mira, 'That is all')
    })

    it('opens a form that can be submitted', async () => {
      const { door, mei, post } = stage()
      await post(withButton('Answer', 'standup.answer'), { to: { person: mei.id } })
      door.answers = ({ what }) => (what.kind === 'press' ? { kind: 'form', form: form() } : { kind: 'nothing' })

      await mei.press('Answer')
      await openForm(mei)
      await mei.submit({ name: 'Daily' })

      expect(door.received[1]?.what).toMatchObject({ kind: 'submission', values: { name: 'Daily' } })
      expect(await mei.form()).toBeNull()
    })

    describe('of a button that foretells a form', () => {
      const asking = buttons({ label: 'Answer', action: 'standup.answer', value: 'run-1', opens: 'form' })

      it.each([{ where: 'in a channel' }, { where: 'in the conversation with the bot' }])(
        'opens it each time, $where',
        async ({ where }) => {
          const { door, mei, room, post } = stage()
          const isInRoom = where === 'in a channel'
          await post(asking, { to: isInRoom ? { channel: room.id } : { person: mei.id } })
          door.answers = ({ what }) => (what.kind === 'press' ? { kind: 'form', form: form() } : { kind: 'nothing' })

          for (let times = 0; times < 2; times++) {
            await mei.press('Answer')
            await openForm(mei)
            await mei.submit({ name: `Daily ${times}` })
            expect(await mei.form()).toBeNull()
          }

          const press = { kind: 'press', action: 'standup.answer', value: 'run-1' }
          const sent = (name: string) => ({ kind: 'submission', values: { name } })
          expect(door.received.map(({ what }) => what)).toMatchObject([press, sent('Daily 0'), press, sent('Daily 1')])
          expect(door.received[0]?.channel).toBe(isInRoom ? room.id : undefined)
        },
      )

      it('shows what is wrong beside the fields, and then what became of it', async () => {
        const { door, mei, post } = stage()
        await post(asking)
        door.answers = ({ what }) => {
          if (what.kind === 'press') return { kind: 'form', form: form() }
          const isTaken = what.kind === 'submission' && what.values.name === 'Daily'
          return isTaken ? { kind: 'invalid', errors: { name: 'Taken' } } : { kind: 'card', card: card('It is there') }
        }
        await mei.press('Answer')
        await openForm(mei)

        await mei.submit({ name: 'Daily' })
        const { errors, fields } = await openForm(mei)
        await mei.submit({ name: 'Weekly' })

        expect([errors.name, fields.name?.filled]).toEqual(['Taken', 'Daily'])
        await toldOf(mei, 'It is there')
      })

      it('shows why there is none', async () => {
        const { door, mira, mei, post } = stage()
        await post(asking)
        door.answers = () => ({ kind: 'card', card: card('This stand-up is over') })

        await mei.press('Answer')

        await toldOf(mei, 'This stand-up is over')
        expect([await mei.form(), await mira.privately()]).toEqual([null, []])
      })
    })

    it('changes nothing to be seen when there is nothing to say', async () => {
      const { mei, post, door } = stage()
      await post(withButton('Answer', 'standup.answer'))

      await mei.press('Answer')

      await soon('the press', () => door.received[0])
      expect([await mei.privately(), await mei.form(), (await mei.room()).length]).toEqual([[], null, 1])
    })
  })

  it('asks before a press counts where the button says so', async () => {
    const { mei, post, door, nature } = stage()
    const confirm = { title: 'Delete it?', text: 'Its answers <stay> & are kept.', yes: 'Delete', no: 'Keep it' }
    await post(buttons({ label: 'Delete', action: 'standup.delete', value: 's-1', style: 'danger', confirm }))

    const [message] = await mei.room()
    await mei.press('Delete')
    const asked = nature.wordForNo ? confirm : { ...confirm, no: '' }

    expect(message?.buttons).toEqual([{ label: 'Delete', style: 'danger', confirm: asked }])
    expect(door.received[0]?.what).toMatchObject({ value: 's-1' })
  })
}
