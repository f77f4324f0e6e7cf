import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field, Form } from '../../../src/chat/form.ts'
import { readSubmitted } from '../../../src/platforms/teams/submitted.ts'
import { filledIn, type Typed } from '../../support/teams/filling.ts'
import { emptied, everyField, form, LITERAL } from '../contract/samples.ts'
import type { Stage } from '../contract/stage.ts'
import { drawnForm } from './drawn.ts'

const STAGE = {
  mira: { ours: 'm-mira' },
  mei: { ours: 'm-mei' },
  room: { ours: 'c-general' },
} as unknown as Stage
const FIELDS: Field[] = Object.values(everyField(STAGE))

/** The form drawn, filled in and read as it comes back. */
const answered = (shown: Form, typed?: Typed) => readSubmitted(filledIn(drawnForm(shown).content, typed))

describe('a submitted form', () => {
  it('gives back what it showed when nothing was changed', () => {
    expect(answered(form({ context: 'run:7', fields: FIELDS }))).toEqual({
      form: 'standup.new',
      context: 'run:7',
      values: {
        text: Object.values(LITERAL).join('\n'),
        number: '20',
        choice: 'own',
        choices: ['day:Mon', 'day:R&D <day>'],
        person: '29:mei',
        people: ['29:mei', '29:mira'],
        channel: '19:general@thread.tacv2',
        date: '2026-11-23',
        time: '09:30',
        toggle: true,
      },
      people: ['person', 'people'],
      channels: ['channel'],
    })
  })

  it('gives back what was changed', () => {
    const typed = {
      ...{ 'The text': ' 今天 <!channel>\n`b` ', 'The number': '0', 'The choice': 'Team’s zone' },
      ...{ 'The choices': ['Tue', 'R&D <day>'], 'The person': 'Mira', 'The people': ['Ben'], 'The channel': 'Ops' },
      ...{ 'The date': '2027-02-28', 'The time': '00:05', 'The toggle': false },
    }

    expect(answered(form({ fields: FIELDS }), typed)?.values).toEqual({
      ...{ text: ' 今天 <!channel>\n`b` ', number: '0', choice: 'team', choices: ['day:Tue', 'day:R&D <day>'] },
      ...{ person: '29:mira', people: ['29:ben'], channel: '19:ops@thread.tacv2' },
      ...{ date: '2027-02-28', time: '00:05', toggle: false },
    })
  })

  it('leaves out what was left empty, what was emptied, and what was taken back', () => {
    const optional = FIELDS.map((field) => ({ ...field, optional: true })) as Field[]
    const nothing = Object.fromEntries(optional.map(({ label }) => [label, null]))
    const takenBack = { 'The choice': '–', 'The person': '–', 'The channel': '–' }

    expect(answered(form({ fields: FIELDS.map(emptied) }))?.values).toEqual({ toggle: false })
    expect(answered(form({ fields: optional }), { ...nothing, 'The toggle': false })?.values).toEqual({ toggle: false })
    expect(answered(form({ fields: optional }), { ...nothing, ...takenBack })?.values).toEqual({ toggle: false })
  })

  it('still says which fields hold people and channels', () => {
    expect(answered(form({ fields: FIELDS.map(emptied) }))).toMatchObject({
      people: ['person', 'people'],
      channels: ['channel'],
    })
  })

  it('keeps apart values with commas in them', () => {
    const options = ['a,b', 'a', 'b', '%2C', '100%', ','].map((value) => ({ value, label: `(${value})` }))
    const choices: Field = { name: 'f', label: 'F', kind: 'choices', options, values: ['a,b', '%2C', '100%', ','] }
    const choice: Field = { name: 'g', label: 'G', kind: 'choice', options, value: 'a,b' }

    expect(answered(form({ fields: [choices, choice] }))?.values).toEqual({ f: ['a,b', '%2C', '100%', ','], g: 'a,b' })
  })

  it('is not confused by fields that are called like something else', () => {
    const names = ['form', 'context', 'fields', 'drumbeat', 'action', 'fallback']
    const fields = names.map((name): Field => ({ name, label: name, kind: 'text', value: `my ${name}` }))

    expect(answered(form({ context: 'run:7', fields }))).toMatchObject({
      ...{ form: 'standup.new', context: 'run:7' },
      values: Object.fromEntries(names.map((name) => [name, `my ${name}`])),
    })
  })

  it.each([
    ['with every sign', '{"q":"<a&b> 100% %26 &amp;"}'],
    ['of 2,000 other characters', '字'.repeat(2_000)],
  ])('gives back its context as it was: %s', (_what, context) => {
    expect(answered(form({ context }), { Name: 'Daily' })).toMatchObject({ context, values: { name: 'Daily' } })
  })

  it.each([
    ['time', '9:30', '09:30'],
    ['time', '09:30:00', '09:30'],
    ['time', 'noon', 'noon'],
    ['date', '2026-11-23T00:00:00Z', '2026-11-23'],
    ['number', 20, '20'],
    ['toggle', true, true],
    ['text', ['a'], undefined],
  ])('is read however a client writes it: %s %j', (kind, typed, value) => {
    const data = { drumbeat: 'submit', form: 'a.b', context: '', fields: { f: kind }, 'field.f': typed }

    expect(readSubmitted(data)?.values.f).toEqual(value)
  })

  it.each([null, 'x', {}, { drumbeat: 'press' }, { drumbeat: 'submit', form: 'a.b', context: '', fields: { f: 'x' } }])(
    'is none: %j',
    (data) => {
      expect(readSubmitted(data)).toBeNull()
    },
  )

  it('gives back whatever was chosen of whatever there is', () => {
    const values = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.boolean()), (all, isChosen) => {
        const chosen = all.filter(() => isChosen.next().value)
        const options = all.map((value) => ({ value, label: value }))
        const shown = form({
          fields: [{ name: 'f', label: 'F', kind: 'choices', options, values: chosen, optional: true }],
        })

        expect(answered(shown)?.values).toEqual(chosen.length > 0 ? { f: chosen } : {})
      }),
    )
  })
})
