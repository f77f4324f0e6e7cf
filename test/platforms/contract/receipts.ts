import { describe, expect, it } from 'vitest'
import { openForm } from './reading.ts'
import { form, withButton } from './samples.ts'
import type { Stage } from './stage.ts'

const DEEDS: Record<string, (stage: Stage) => Promise<void>> = {
  command: ({ mira }) => mira.command('/standup list', 'room'),
  message: ({ mira }) => mira.write('I finished it'),
  'mention of the bot': ({ mira }) => mira.write('help', 'room'),
  'message to nobody in particular': ({ mira }) => mira.say('The customer is angry'),
  shortcut: async ({ mira, mei, door }) => {
    await mei.say('The customer is angry')
    door.received.length = 0
    await mira.use('complaint.file', 'angry')
  },
  press: async ({ mira, post }) => {
    await post(withButton('Answer', 'standup.answer', 'run-1'))
    await mira.press('Answer')
  },
  submission: async ({ mira, door }) => {
    door.answers = ({ what }) => (what.kind === 'command' ? { kind: 'form', form: form() } : { kind: 'nothing' })
    await mira.command('/standup new', 'room')
    await openForm(mira)
    door.received.length = 0
    await mira.submit({ name: 'Daily' })
  },
}

export function receiptSentences(stage: () => Stage): void {
  describe.each(Object.entries(DEEDS))('the receipt of a %s', (_what, deed) => {
    it('is the same when the product delivers it again', async () => {
      await deed(stage())
      await stage().redeliver()

      const [first, again] = stage().door.received
      expect(first?.receipt).toMatch(/\S/)
      expect(again).toEqual(first)
    })

    it('is another one when somebody does the same again', async () => {
      const receipts: (string | undefined)[] = []

      for (let times = 0; times < 2; times++) {
        await deed(stage())
        receipts.push(stage().door.received.at(-1)?.receipt)
      }

      expect(new Set(receipts).size).toBe(2)
    })
  })
}
