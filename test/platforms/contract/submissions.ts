import { describe, expect, it } from 'vitest'
import type { Field, Form } from '../../../src/chat/form.ts'
import type { Reply } from '../../../src/flow.ts'
import { openForm, squeezed, toldOf } from './reading.ts'
import { card, emptied, everyField, form, LITERAL } from './samples.ts'
import type { Stage } from './stage.ts'

const NAME: Field = { name: 'name', label: 'Name', kind: 'text', optional: true }
const NOTES: Field = { name: 'notes', label: 'Notes', kind: 'text', lines: 'many', optional: true }

/** Mira has this form open; what she submits is answered like this. */
async function opened(stage: Stage, shown: Form, answer: Reply = { kind: 'nothing' }) {
  stage.door.answers = ({ what }) => (what.kind === 'submission' ? answer : { kind: 'form', form: shown })
  await stage.mira.command('/standup new', 'room')
  await openForm(stage.mira)
  stage.door.received.length = 0
  return stage.mira
}

const submitted = ({ door }: Stage) => {
  const { what } = door.received[0] ?? {}
  if (what?.kind !== 'submission') throw new Error('Nothing was submitted')
  return what
}

export function submissionSentences(stage: () => Stage): void {
  describe('a submitted form', () => {
    it('gives back what it showed when nothing was changed', async () => {
      const { mei, mira, room } = stage()
      const person = await opened(stage(), form({ context: 'run:7', fields: Object.values(everyField(stage())) }))

      await person.submit()

      expect(submitted(stage())).toEqual({
        ...{ kind: 'submission', form: 'standup.new', context: 'run:7' },
        values: {
          text: Object.values(LITERAL).join('\n'),
          number: '20',
          choice: 'own',
          choices: ['day:Mon', 'day:R&D <day>'],
          person: mei.id,
          people: [mira.id, mei.id],
          channel: room.id,
          date: '2026-11-23',
          time: '09:30',
          toggle: true,
        },
        people: ['person', 'people'],
        channels: ['channel'],
      })
    })

    it('gives back what was changed', async () => {
      const { mei, mira, otherRoom } = stage()
      const person = await opened(stage(), form({ fields: Object.values(everyField(stage())) }))

      await person.submit({
        ...{ text: ' 今天 <!channel>\n`b` ', number: '0', choice: 'Team’s zone', choices: ['Tue', 'R&D <day>'] },
        ...{
          person: mira.id,
          people: [mei.id],
          channel: otherRoom.id,
          date: '2027-02-28',
          time: '00:05',
          toggle: false,
        },
      })

      expect(submitted(stage()).values).toEqual({
        ...{ text: ' 今天 <!channel>\n`b` ', number: '0', choice: 'team', choices: ['day:Tue', 'day:R&D <day>'] },
        ...{
          person: mira.id,
          people: [mei.id],
          channel: otherRoom.id,
          date: '2027-02-28',
          time: '00:05',
          toggle: false,
        },
      })
    })

    it('leaves out what was left empty', async () => {
      const fields = Object.values(everyField(stage())).map(emptied)
      const person = await opened(stage(), form({ fields }))

      await person.submit()

      expect(submitted(stage()).values).toEqual({ toggle: false })
    })

    it('leaves out what was emptied', async () => {
      const { text, number, choice, choices, people } = everyField(stage())
      const fields = [text, number, choice, choices, people].map((field) => ({ ...field, optional: true }))
      const person = await opened(stage(), form({ fields }))

      await person.submit({ text: null, number: null, choice: null, choices: [], people: [] })

      expect(submitted(stage()).values).toEqual({})
    })

    it.each([
      ['with every sign', '{"q":"<a&b> 100% %26 &amp;"}'],
      ['of 2,000 plain characters', 'x'.repeat(2_000)],
      ['of 2,000 signs', '<&>%'.repeat(500)],
      ['of 2,000 other characters', '字'.repeat(2_000)],
    ])('gives back its context as it was: %s', async (_what, context) => {
      const person = await opened(stage(), form({ context }))

      await person.submit({ name: 'Daily' })

      expect(submitted(stage()).context).toBe(context)
    })

    it('closes when there is nothing to say', async () => {
      const person = await opened(stage(), form())

      await person.submit({ name: 'Daily' })

      expect(await person.form()).toBeNull()
    })

    it('becomes the card that answers it', async () => {
      const person = await opened(stage(), form(), {
        kind: 'card',
        card: card('It starts tomorrow', { title: 'Saved' }),
      })

      await person.submit({ name: 'Daily' })

      expect(squeezed((await toldOf(person, 'Saved')).words)).toBe('Saved It starts tomorrow')
      expect(await person.form()).toBeNull()
    })

    it('becomes the next form', async () => {
      const next = form({ id: 'standup.questions', title: 'Questions', context: 'run:8', fields: [NOTES] })
      const person = await opened(stage(), form(), { kind: 'form', form: next })

      await person.submit({ name: 'Daily' })
      await openForm(person, 'Questions')
      stage().door.received.length = 0
      await person.submit({ notes: 'And then?' })

      expect(submitted(stage())).toMatchObject({
        ...{ form: 'standup.questions', context: 'run:8', values: { notes: 'And then?' } },
      })
    })
  })

  describe('a form with a mistake in it', () => {
    it('stays open with the words beside the field and with all that was typed', async () => {
      const errors = { notes: 'Too many words.', name: 'There is one of that name: <Daily & co>.' }
      const person = await opened(stage(), form({ fields: [NAME, NOTES] }), { kind: 'invalid', errors })

      await person.submit({ name: 'Daily', notes: '*mine*' })

      const seen = await openForm(person)
      expect(seen.errors).toEqual(errors)
      expect([seen.fields.name?.filled, seen.fields.notes?.filled]).toEqual(['Daily', '*mine*'])
    })

    it('says what is wrong with it as a whole', async () => {
      const { nature } = stage()
      const errors = { '': 'The stand-up has ended meanwhile.' }
      const person = await opened(stage(), form({ fields: [NAME, NOTES] }), { kind: 'invalid', errors })

      await person.submit({ name: 'Daily' })

      const seen = await openForm(person)
      expect(seen.errors).toEqual({ [nature.placeOfFormErrors('name')]: 'The stand-up has ended meanwhile.' })
      expect(seen.fields.name?.filled).toBe('Daily')
    })

    it('can be mended and submitted again', async () => {
      const person = await opened(stage(), form({ fields: [NAME, NOTES] }), {
        kind: 'invalid',
        errors: { name: 'No.' },
      })
      await person.submit({ name: 'Daily', notes: 'Kept' })
      stage().door.received.length = 0
      stage().door.answers = () => ({ kind: 'nothing' })

      await person.submit({ name: 'Weekly' })

      expect(submitted(stage()).values).toEqual({ name: 'Weekly', notes: 'Kept' })
      expect(await person.form()).toBeNull()
    })
  })
}
