import { describe, expect, it } from 'vitest'
import { mention } from '../../../src/chat/text.ts'
import { missingFrom, openForm } from './reading.ts'
import { emptied, everyField, form, LITERAL, named } from './samples.ts'
import type { FieldSeen, FormSeen, Stage } from './stage.ts'

const FIELDS = ['text', 'number', 'choice', 'choices', 'person', 'people', 'channel', 'date', 'time', 'toggle'] as const

async function shownForm(stage: Stage, more: Parameters<typeof form>[0]): Promise<FormSeen> {
  stage.door.answers = () => ({ kind: 'form', form: form(more) })
  await stage.mira.command('/standup new', 'room')
  return openForm(stage.mira)
}

const filledIn = ({ fields }: FormSeen) =>
  Object.fromEntries(Object.entries(fields).map(([name, { filled }]: [string, FieldSeen]) => [name, filled]))

export function formSentences(stage: () => Stage): void {
  describe('a form', () => {
    it('shows every kind of field with its label, hint, options and what is filled in already', async () => {
      const { mira, mei, room } = stage()

      const seen = await shownForm(stage(), { fields: Object.values(everyField(stage())) })

      expect(Object.keys(seen.fields)).toEqual(Object.keys(everyField(stage())))
      for (const name of FIELDS)
        expect(seen.fields[name]).toMatchObject({ label: `The ${name}`, hint: `About the ${name}` })
      expect(seen.fields.choice?.options).toEqual(['Team’s zone', 'Own zone'])
      expect(seen.fields.choices?.options).toEqual(['Mon', 'Tue', 'R&D <day>'])
      expect(filledIn(seen)).toEqual({
        text: Object.values(LITERAL).join('\n'),
        number: '20',
        choice: 'Own zone',
        choices: ['Mon', 'R&D <day>'],
        person: mei.id,
        people: [mira.id, mei.id],
        channel: room.id,
        date: '2026-11-23',
        time: '09:30',
        toggle: true,
      })
    })

    it('that is empty shows empty fields', async () => {
      const seen = await shownForm(stage(), { fields: Object.values(everyField(stage())).map(emptied) })

      expect(filledIn(seen)).toEqual({ ...Object.fromEntries(FIELDS.map((name) => [name, undefined])), toggle: false })
    })

    it('shows what stands above its fields', async () => {
      const { mei } = stage()
      const intro = ['Asked by ', mention(named(mei)), ', see ', { link: 'the rules', href: 'https://example.com' }]

      const seen = await shownForm(stage(), { title: 'Set up', submit: 'Create', intro })

      expect(seen).toMatchObject({ title: 'Set up', submit: 'Create' })
      expect(missingFrom(seen.intro.words, [`Asked by @${mei.name}, see the rules`])).toEqual([])
      expect(seen.intro).toMatchObject({
        mentions: [mei.id],
        links: [{ words: 'the rules', href: 'https://example.com' }],
      })
    })

    it('leaves out people and channels that the product does not know', async () => {
      const { mei } = stage()

      const seen = await shownForm(stage(), {
        fields: [
          { name: 'person', label: 'Lead', kind: 'person', value: 'm-gone' },
          { name: 'people', label: 'Who', kind: 'people', values: ['m-gone', mei.ours] },
          { name: 'channel', label: 'Where', kind: 'channel', value: 'c-gone' },
        ],
      })

      expect(filledIn(seen)).toEqual({ person: undefined, people: [mei.id], channel: undefined })
    })

    it.each(Object.entries(LITERAL))('keeps what people wrote as they wrote it: %s', async (_what, text) => {
      const options = [{ value: 'this', label: text }]

      const seen = await shownForm(stage(), {
        intro: text,
        fields: [
          { name: 'one', label: text, hint: text, kind: 'text', value: text },
          { name: 'many', label: text, kind: 'text', lines: 'many', value: text },
          { name: 'choice', label: text, kind: 'choice', options, value: 'this' },
        ],
      })

      expect(missingFrom(seen.intro.words, [text])).toEqual([])
      expect(seen.intro.mentions).toEqual([])
      expect(Object.values(seen.fields).map(({ label }) => label)).toEqual([text, text, text])
      expect(seen.fields.one?.hint).toBe(text)
      expect(filledIn(seen)).toEqual({ one: text, many: text, choice: text })
    })
  })
}
