import { describe, expect, it } from 'vitest'
import type { Field, Form } from '../../../src/chat/form.ts'
import { formView } from '../../../src/platforms/slack/modal.ts'
import type { Json } from '../../support/slack/element-limits.ts'
import { refusedView } from '../../support/slack/limits.ts'
import { readBlocks } from '../../support/slack/reading.ts'
import { directory, form } from './served.ts'

function drawn(shown: Form) {
  const view = formView(shown, directory) as unknown as Json
  expect(refusedView(view)).toBeNull()
  const blocks = view.blocks as Json[]
  return { view, blocks, words: readBlocks(blocks) }
}

const fieldOf = (field: Field) => drawn(form({ fields: [field] })).blocks.at(-1) as Json & { element: Json }
const options = (count: number) => Array.from({ length: count }, (_, n) => ({ value: `v${n}`, label: `Option ${n}` }))

describe('a form', () => {
  it.each<[Field, string]>([
    [{ name: 'f', label: 'F', kind: 'text' }, 'plain_text_input'],
    [{ name: 'f', label: 'F', kind: 'number' }, 'number_input'],
    [{ name: 'f', label: 'F', kind: 'choice', options: options(5) }, 'radio_buttons'],
    [{ name: 'f', label: 'F', kind: 'choice', options: options(6) }, 'static_select'],
    [{ name: 'f', label: 'F', kind: 'choice', options: options(3), optional: true }, 'static_select'],
    [{ name: 'f', label: 'F', kind: 'choice', options: options(250) }, 'static_select'],
    [{ name: 'f', label: 'F', kind: 'choices', options: options(10) }, 'checkboxes'],
    [{ name: 'f', label: 'F', kind: 'choices', options: options(101) }, 'multi_static_select'],
    [{ name: 'f', label: 'F', kind: 'person', value: 'm-mei' }, 'users_select'],
    [{ name: 'f', label: 'F', kind: 'people', values: ['m-mei', 'unknown'] }, 'multi_users_select'],
    [{ name: 'f', label: 'F', kind: 'channel', value: 'c-general' }, 'conversations_select'],
    [{ name: 'f', label: 'F', kind: 'date', value: '2026-11-23' }, 'datepicker'],
    [{ name: 'f', label: 'F', kind: 'time', value: '09:30' }, 'timepicker'],
    [{ name: 'f', label: 'F', kind: 'toggle', on: 'Yes', value: true }, 'checkboxes'],
  ])('draws %j as %s', (field, type) => {
    const block = fieldOf(field)

    expect(block).toMatchObject({ type: 'input', block_id: 'f', label: { text: 'F' } })
    expect(block.element).toMatchObject({ type, action_id: field.kind })
  })

  it('shows what was there before', () => {
    const values = drawn(
      form({
        fields: [
          { name: 'a', label: 'A', kind: 'text', value: 'Daily' },
          { name: 'b', label: 'B', kind: 'number', value: 20 },
          { name: 'c', label: 'C', kind: 'choice', options: options(3), value: 'v1' },
          { name: 'd', label: 'D', kind: 'choices', options: options(3), values: ['v0', 'v2'] },
          { name: 'e', label: 'E', kind: 'people', values: ['m-mei', 'unknown', 'm-ben'] },
          { name: 'g', label: 'G', kind: 'channel', value: 'c-general' },
        ],
      }),
    ).blocks.map((block) => block.element)

    expect(values).toMatchObject([
      { initial_value: 'Daily' },
      { initial_value: '20' },
      { initial_option: { value: 'v1' } },
      { initial_options: [{ value: 'v0' }, { value: 'v2' }] },
      { initial_users: ['UMEI', 'UBEN'] },
      { initial_conversation: 'CGENERAL' },
    ])
  })

  it('leaves out a value that Slack would refuse', () => {
    for (const field of [
      { name: 'f', label: 'F', kind: 'number', value: 900, max: 600 },
      { name: 'f', label: 'F', kind: 'number', value: 1e21 },
      { name: 'f', label: 'F', kind: 'choice', options: options(3), value: 'gone' },
      { name: 'f', label: 'F', kind: 'date', value: 'tomorrow' },
      { name: 'f', label: 'F', kind: 'time', value: '25:00' },
      { name: 'f', label: 'F', kind: 'person', value: 'unknown' },
    ] satisfies Field[])
      expect(Object.keys(fieldOf(field).element).filter((key) => key.startsWith('initial_'))).toEqual([])
  })

  it('says that a text is longer than its field can hold', () => {
    const block = fieldOf({ name: 'f', label: 'F', kind: 'text', lines: 'many', value: 'x'.repeat(12_000) })

    expect(String(block.element.initial_value)).toHaveLength(3_000)
    expect(block.hint).toMatchObject({ text: expect.stringContaining('longer than a Slack form can hold') })
  })

  it('with nothing to choose from says so and can be sent', () => {
    expect(drawn(form({ fields: [{ name: 'f', label: 'Lead', kind: 'choice', options: [] }] })).words).toContain(
      'Lead: There is nothing',
    )
  })

  it('with a long title shows all of it', () => {
    const title = 'Questions of the stand-up of the night shift'

    expect(drawn(form({ title })).words).toContain(title)
  })

  it('with more questions than Slack takes says how many are missing', () => {
    const fields = Array.from(
      { length: 130 },
      (_, n): Field => ({ name: `f${n}`, label: `Question ${n}`, kind: 'text' }),
    )

    expect(drawn(form({ fields })).words).toContain('31 more questions do not fit')
  })

  it('with a very long introduction keeps its questions', () => {
    const { words } = drawn(form({ intro: `${'Read this.\n'.repeat(3_000)}` }))

    expect(words).toContain('more lines do not fit')
    expect(words.endsWith('Name\nLead')).toBe(true)
  })
})
