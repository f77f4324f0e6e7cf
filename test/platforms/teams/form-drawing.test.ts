import { describe, expect, it } from 'vitest'
import type { Field } from '../../../src/chat/form.ts'
import { mention } from '../../../src/chat/text.ts'
import type { ChoiceSet, Input } from '../../../src/platforms/teams/adaptive-card.ts'
import { elementsIn, inputsIn } from '../../support/teams/reading.ts'
import { form, LITERAL } from '../contract/samples.ts'
import { drawnForm } from './drawn.ts'

const inputOf = (field: Field): Input => inputsIn(drawnForm(form({ fields: [field] })).content)[0] as Input
const options = (count: number) => Array.from({ length: count }, (_, n) => ({ value: `v${n}`, label: `Option ${n}` }))
const about = { name: 'f', label: 'F' }

describe('a form', () => {
  it.each<[Field, Partial<Input>]>([
    [
      { ...about, kind: 'text', value: 'Daily' },
      { type: 'Input.Text', maxLength: 3_000, value: 'Daily' },
    ],
    [
      { ...about, kind: 'text', lines: 'many', maxLength: 20, placeholder: 'Say' },
      { isMultiline: true, maxLength: 20, placeholder: 'Say' },
    ],
    [
      { ...about, kind: 'number', value: 20, min: 1, max: 600 },
      { type: 'Input.Number', value: 20, min: 1, max: 600 },
    ],
    [
      { ...about, kind: 'choice', options: options(5), value: 'v1' },
      { type: 'Input.ChoiceSet', style: 'expanded', value: 'v1' },
    ],
    [{ ...about, kind: 'choice', options: options(5), optional: true }, { style: 'compact' }],
    [{ ...about, kind: 'choice', options: options(30) }, { style: 'filtered' }],
    [
      { ...about, kind: 'choices', options: options(3), values: ['v0', 'v2'] },
      { isMultiSelect: true, style: 'expanded', value: 'v0,v2' },
    ],
    [
      { ...about, kind: 'choices', options: options(30) },
      { isMultiSelect: true, style: 'filtered' },
    ],
    [
      { ...about, kind: 'person', value: 'm-mei' },
      { type: 'Input.ChoiceSet', value: '29:mei' },
    ],
    [
      { ...about, kind: 'people', values: ['m-mei', 'unknown', 'm-ben'] },
      { isMultiSelect: true, value: '29:mei,29:ben' },
    ],
    [
      { ...about, kind: 'channel', value: 'c-general' },
      { type: 'Input.ChoiceSet', value: '19:general@thread.tacv2' },
    ],
    [
      { ...about, kind: 'date', value: '2026-11-23' },
      { type: 'Input.Date', value: '2026-11-23' },
    ],
    [
      { ...about, kind: 'time', value: '09:30' },
      { type: 'Input.Time', value: '09:30' },
    ],
    [
      { ...about, kind: 'toggle', on: 'Yes', value: true },
      { type: 'Input.Toggle', title: 'Yes', value: 'true' },
    ],
  ])('asks %j with %j', (field, input) => {
    expect(inputOf(field)).toMatchObject({ label: 'F', ...input })
  })

  it('leaves out a value that Teams could not show', () => {
    for (const field of [
      { ...about, kind: 'number', value: 900, max: 600 },
      { ...about, kind: 'number', value: Number.POSITIVE_INFINITY },
      { ...about, kind: 'choice', options: options(3), value: 'gone' },
      { ...about, kind: 'date', value: 'tomorrow' },
      { ...about, kind: 'time', value: '25:00' },
      { ...about, kind: 'person', value: 'm-gone' },
      { ...about, kind: 'channel', value: 'unknown' },
    ] satisfies Field[])
      expect(inputOf(field)).not.toHaveProperty('value')
  })

  it('says what is needed, in the language of the form', () => {
    const { content } = drawnForm(form({ locale: 'zh-CN', fields: [{ ...about, kind: 'text' }] }))

    expect(inputsIn(content)).toMatchObject([{ isRequired: true, errorMessage: '此项必填。' }])
    expect(inputOf({ ...about, kind: 'text', optional: true })).not.toHaveProperty('isRequired')
    expect(inputOf({ ...about, kind: 'toggle', on: 'Yes' })).not.toHaveProperty('isRequired')
  })

  it('lets a choice that is not needed be taken back', () => {
    const field: Field = { ...about, kind: 'choice', options: options(2), optional: true }

    expect((inputOf(field) as ChoiceSet).choices.map(({ title }) => title)).toEqual(['–', 'Option 0', 'Option 1'])
  })

  it('shows what stands above its fields, and its hints below them', () => {
    const intro = [
      'Asked by ',
      mention({ id: 'm-mei', name: 'Mei' }),
      ', see ',
      { link: 'the rules', href: 'https://e.com' },
    ]
    const fields: Field[] = [{ ...about, kind: 'text', hint: 'As in *the* list' }]

    const { words } = drawnForm(form({ title: 'Set up', submit: 'Create', intro, fields }))

    expect(words).toBe('Set up\nAsked by @Mei, see the rules\nF\nAs in *the* list\n[Create]')
  })

  it('keeps its words and its options letter for letter', () => {
    for (const words of [...Object.values(LITERAL), '- first', '> said', '# 1']) {
      const choice = { kind: 'choices' as const, options: [{ value: 'v', label: words }] }
      const shown = drawnForm(
        form({ title: words, intro: words, fields: [{ ...about, label: words, hint: words, ...choice }] }),
      )

      expect(shown.words).toBe([words, words, `${words} / ${words}`, words, '[Save]'].join('\n'))
      const [input] = inputsIn(shown.content) as [ChoiceSet & Input]
      // In sight, they would be read as Markdown.
      expect(input.style === 'filtered' || !/[*_`~[<\\&]|^[-#>]/.test(words)).toBe(true)
    }
  })

  it('with nothing to choose from says so and can be sent', () => {
    const { words, content } = drawnForm(form({ fields: [{ ...about, kind: 'choice', options: [] }] }))

    expect(words).toContain('F: There is nothing to choose from.')
    expect(content.actions?.[0]).toMatchObject({ data: { fields: {} } })
  })

  it('is sent in the same way by old clients and by new ones, with everything that is needed to read it', () => {
    const data = { drumbeat: 'submit', form: 'standup.new', context: 'run:7', fields: { name: 'text' } }

    expect(drawnForm(form({ context: 'run:7' })).content.actions).toEqual([
      {
        ...{ type: 'Action.Execute', verb: 'submit', title: 'Save', style: 'positive', associatedInputs: 'auto', data },
        fallback: { type: 'Action.Submit', title: 'Save', style: 'positive', associatedInputs: 'auto', data },
      },
    ])
  })
})

describe('a form with a mistake in it', () => {
  const fields: Field[] = [
    { name: 'a', label: 'A', kind: 'text' },
    { name: 'b', label: 'B', kind: 'text', value: 'old' },
  ]

  it('says in words and in colour what is wrong with a field, beside it, and with the form, above all', () => {
    const errors = { a: 'There is *one* of that name.', '': 'It has ended.', gone: 'No such field.' }

    const { words, content } = drawnForm(form({ fields }), { errors })

    expect(words).toBe('New stand-up\n⚠️ It has ended.\n⚠️ No such field.\nA\n⚠️ There is *one* of that name.\nB\n[Save]')
    expect(JSON.stringify(content).match(/Attention/g)).toHaveLength(3)
  })

  it('keeps all that was typed, and nothing else', () => {
    const { content } = drawnForm(form({ fields }), { filled: { a: 'mine' }, errors: { a: 'No.' } })

    expect(inputsIn(content).map(({ value }) => value)).toEqual(['mine', undefined])
  })
})

describe('a long form', () => {
  const LONG = Array.from({ length: 2_000 }, (_, n) => `${1_000 + n}字`).join(' ')

  it.each<[string, Parameters<typeof form>[0]]>([
    ['title', { title: LONG }],
    ['button', { submit: LONG }],
    ['label', { fields: [{ ...about, label: LONG, kind: 'text' }] }],
    ['hint', { fields: [{ ...about, hint: LONG, kind: 'text' }] }],
    ['option', { fields: [{ ...about, kind: 'choice', options: [{ value: 'a', label: LONG }] }] }],
    ['context', { context: '字'.repeat(2_000) }],
  ])('by its %s keeps its fields', (_what, more) => {
    const { content, words } = drawnForm(form(more))

    expect(inputsIn(content)).toHaveLength(1)
    if (!more?.context) expect(words).toContain('1000字')
  })

  it('by a context of signs keeps its fields, and does without old clients', () => {
    const fields = Array.from({ length: 20 }, (_, n): Field => ({ name: `f${n}`, label: `${n}`, kind: 'text' }))

    const { content } = drawnForm(form({ context: '\u0000'.repeat(2_000), fields }))

    expect(inputsIn(content)).toHaveLength(20)
    expect(content.actions?.[0]).not.toHaveProperty('fallback')
  })

  it('by its introduction says how many lines are missing and keeps its fields', () => {
    const { words } = drawnForm(form({ intro: 'Read this.\n'.repeat(3_000) }))

    expect(words.match(/Read this/g)?.length).toBeGreaterThan(1_500)
    expect(words).toMatch(/\d+ more lines do not fit.*\nName\n\[Save\]$/)
  })

  it('by its text shows as much of it as the field holds, and says so', () => {
    const { content, words } = drawnForm(form({ fields: [{ ...about, kind: 'text', lines: 'many', value: LONG }] }))

    const value = String(inputsIn(content)[0]?.value)
    expect(value.length).toBeGreaterThan(2_990)
    expect(LONG.startsWith(value)).toBe(true)
    expect(words).toContain('longer than a Teams card can hold')
  })

  it('by its people lists as many as there is room for, with those who are chosen, and says how many are missing', () => {
    const id = (n: number) => `29:${`${n}`.padStart(90, 'x')}`
    const people = Array.from({ length: 600 }, (_, n) => ({ id: id(n), name: `Person ${n}` }))
    const hint = 'Whoever knows. '.repeat(60)
    const fields: Field[] = ['lead', 'people'].map((name) => ({ name, label: name, kind: 'people', hint }))

    const { content, words } = drawnForm(form({ fields }), {
      choices: { people, channels: [] },
      filled: { lead: [id(1), id(599)] },
    })

    const [lead] = inputsIn(content) as [ChoiceSet & Input]
    expect(lead.choices.length).toBeGreaterThan(70)
    expect(lead.value).toBe(`${id(1)},${id(599)}`)
    expect(words).toContain(`${600 - lead.choices.length} more entries do not fit`)
    expect(words.match(/Whoever knows/g)).toHaveLength(120)
  })

  it('by its texts shows the start of each', () => {
    const fields = Array.from(
      { length: 12 },
      (_, n): Field => ({ name: `f${n}`, label: `${n}`, kind: 'text', value: LONG }),
    )

    const { content } = drawnForm(form({ fields }))

    expect(inputsIn(content).map(({ value }) => String(value).length > 500)).toEqual(Array(12).fill(true))
  })

  it('by its errors shows all of them, and all fields', () => {
    const fields = Array.from({ length: 40 }, (_, n): Field => ({ name: `f${n}`, label: `${n}`, kind: 'text' }))

    const { content, words } = drawnForm(form({ fields }), {
      errors: Object.fromEntries(fields.map(({ name }) => [name, LONG])),
    })

    expect(inputsIn(content)).toHaveLength(40)
    expect(words.match(/⚠️ 1000字/g)).toHaveLength(40)
  })

  it('by its fields says how many are missing', () => {
    const fields = Array.from(
      { length: 400 },
      (_, n): Field => ({ name: `f${n}`, label: `Question ${n}`, kind: 'text' }),
    )

    const { content, words } = drawnForm(form({ fields }))

    const shown = inputsIn(content).length
    expect(shown).toBeGreaterThan(80)
    expect(words).toContain(`${400 - shown} more questions do not fit into a Teams card.\n[Save]`)
    expect(elementsIn(content.body).length).toBe(shown + 2)
  })
})
