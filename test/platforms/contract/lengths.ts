import { describe, expect, it } from 'vitest'
import type { Block, Button } from '../../../src/chat/card.ts'
import type { Field } from '../../../src/chat/form.ts'
import { openForm, squeezed, told } from './reading.ts'
import { card, form } from './samples.ts'
import type { Stage } from './stage.ts'

// Words of all the same length, so that what is seen of them can be counted.
const LONG = Array.from({ length: 2_000 }, (_, n) => `${1_000 + n}字`)
  .join(' ')
  .slice(0, 12_000)
const ROWS = Array.from({ length: 100 }, (_, n) => [`Person ${n}`, `${n} days`, 'waits for the calibration rig'])

const BLOCKS: Record<string, Block> = {
  'a text of 12,000 characters': { kind: 'text', text: LONG },
  'a quote of 12,000 characters': { kind: 'text', style: 'quote', text: [{ bold: LONG }] },
  'a fact of 12,000 characters': { kind: 'facts', facts: [{ label: 'Said', value: LONG }] },
  'a list item of 12,000 characters': { kind: 'list', items: [LONG] },
  'a cell of 12,000 characters': { kind: 'table', columns: ['Said'], rows: [[LONG]] },
  'a note of 12,000 characters': { kind: 'context', text: LONG },
  'a label of 12,000 characters': { kind: 'progress', label: LONG, done: 1, of: 2 },
}

const field = (more: Partial<Field>): Field => ({ name: 'long', label: 'Long', kind: 'text', ...more }) as Field

const FORMS: Record<string, Parameters<typeof form>[0]> = {
  title: { title: LONG },
  'button to submit': { submit: LONG },
  introduction: { intro: LONG },
  label: { fields: [field({ label: LONG })] },
  hint: { fields: [field({ hint: LONG })] },
  placeholder: { fields: [field({ kind: 'text', placeholder: LONG })] },
  option: { fields: [field({ kind: 'choice', options: [{ value: 'a', label: LONG }] })] },
  'list of options': {
    fields: [field({ kind: 'choices', options: ROWS.map(([label = '']) => ({ value: label, label })) })],
  },
  'row of fields': { fields: ROWS.map(([label = ''], n) => field({ name: `f${n}`, label, optional: true })) },
}

export function lengthSentences(stage: () => Stage): void {
  describe('however long it is', () => {
    it.each(Object.entries(BLOCKS))('%s is posted and shown as far as there is room', async (_what, block) => {
      const { mei, post, nature } = stage()

      await post(card('', { blocks: [block] }))

      const shown = squeezed((await mei.room())[0]?.words ?? '')
      const expected = LONG.slice(0, Math.min(nature.longestCard, LONG.length)).split(' ').slice(0, -1)
      expect(expected.filter((word) => !shown.includes(word))).toEqual([])
    })

    it('a table of 100 rows is posted, and answers a command', async () => {
      const { door, mira, post, nature } = stage()
      const shown = card('', { blocks: [{ kind: 'table', columns: ['Who', 'How long', 'Why'], rows: ROWS }] })
      door.answers = () => ({ kind: 'card', card: shown })

      await post(shown)
      await mira.command('/standup history', 'room')

      for (const { words } of [(await mira.room())[0] ?? { words: '' }, await told(mira)]) {
        const room = Math.min(100, Math.floor(nature.longestCard / 70))
        for (const [who = ''] of ROWS.slice(0, room)) expect(words).toContain(who)
      }
    })

    it('a card with long names everywhere is posted with all its buttons', async () => {
      const { mei, post } = stage()
      const confirm = { title: LONG, text: LONG, yes: LONG, no: LONG }
      const buttons = Array.from({ length: 30 }, (_, n): Button => ({ label: `${n} ${LONG}`, action: 'ops.go' }))
      const asking: Button = { label: 'Delete', action: 'ops.delete', confirm }

      await post(
        card(LONG, { summary: LONG, title: LONG, blocks: [{ kind: 'buttons', buttons: [...buttons, asking] }] }),
      )

      expect((await mei.room())[0]?.buttons).toHaveLength(31)
    })

    it.each(Object.entries(FORMS))('the %s of a form is shown, and the form can be submitted', async (_what, more) => {
      const { door, mira } = stage()
      door.answers = ({ what }) => (what.kind === 'command' ? { kind: 'form', form: form(more) } : { kind: 'nothing' })

      await mira.command('/standup new', 'room')
      const { fields } = await openForm(mira)
      const [name = '', { options }] = Object.entries(fields)[0] ?? ['', { options: [] }]
      await mira.submit({ [name]: options.slice(0, 1)[0] ?? 'Daily' })

      expect(door.received[1]?.what).toMatchObject({ kind: 'submission' })
    })

    it('the text in a field is shown as far as the field holds it, and comes back so', async () => {
      const { door, mira, nature } = stage()
      const fields = [field({ kind: 'text', lines: 'many', value: LONG })]
      door.answers = ({ what }) =>
        what.kind === 'command' ? { kind: 'form', form: form({ fields }) } : { kind: 'nothing' }

      await mira.command('/standup new', 'room')
      const { filled } = (await openForm(mira)).fields.long ?? {}
      await mira.submit()

      expect(String(filled).length).toBeGreaterThan(Math.min(nature.longestInput, LONG.length) - 10)
      expect(LONG.startsWith(String(filled))).toBe(true)
      expect(door.received[1]?.what).toMatchObject({ values: { long: filled } })
    })

    it('the text that somebody types comes back whole, as much of it as a field holds', async () => {
      const { door, mira, nature } = stage()
      door.answers = ({ what }) => (what.kind === 'command' ? { kind: 'form', form: form() } : { kind: 'nothing' })
      const name = LONG.slice(0, nature.longestInput)

      await mira.command('/standup new', 'room')
      await openForm(mira)
      await mira.submit({ name })

      expect(door.received[1]?.what).toMatchObject({ values: { name } })
    })

    it('what is wrong with a form is said', async () => {
      const { door, mira } = stage()
      door.answers = ({ what }) =>
        what.kind === 'command' ? { kind: 'form', form: form() } : { kind: 'invalid', errors: { name: LONG } }

      await mira.command('/standup new', 'room')
      await openForm(mira)
      await mira.submit({ name: 'Daily' })

      const { errors } = await openForm(mira)
      expect(errors.name?.slice(0, 900)).toBe(LONG.slice(0, 900))
    })
  })
}
