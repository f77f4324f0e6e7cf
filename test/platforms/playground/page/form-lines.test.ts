import { describe, expect, it } from 'vitest'
import type { Field } from '../../../../src/chat/form.ts'
import { formLines } from '../../../../src/platforms/playground/page/form-lines.ts'

const text = (name: string): Field => ({ kind: 'text', name, label: name })
const time = (name: string): Field => ({ kind: 'time', name, label: name })
const choice = (name: string, ...labels: string[]): Field => ({
  ...{ kind: 'choice', name, label: name },
  options: labels.map((label) => ({ value: label, label })),
})
const linesOf = (...fields: Field[]) => formLines(fields).map((line) => line.map(({ name }) => name).join(' '))

describe('formLines', () => {
  it('puts two short fields that follow each other on one line', () => {
    expect(linesOf(text('name'), time('starts'), time('ends'), time('lunch'), text('note'))).toEqual([
      'name',
      'starts ends',
      'lunch',
      'note',
    ])
  })

  it('gives a line of its own to what would not fit into half of one', () => {
    expect(linesOf(time('starts'), choice('zone', 'Everybody at the same moment', 'Each at their own time'))).toEqual([
      'starts',
      'zone',
    ])
    expect(linesOf(time('starts'), choice('zone', '团队时区：所有人同一时刻', '各自时区'))).toEqual(['starts', 'zone'])
    expect(linesOf(time('starts'), choice('mood', 'Great', 'Good', 'So-so'))).toEqual(['starts', 'mood'])
  })
})
