import { useState } from 'preact/hooks'
import type { Field, FieldValue, Form, FormValues } from '../../../chat/form.ts'
import { timeOfDay } from './time-of-day.ts'
import type { Asking, FieldProblems, Opened } from './use-asking.ts'
import type { Words } from './words.ts'

export type Filling = {
  values: FormValues
  problems: FieldProblems
  isSending: boolean
  isTouched: boolean
  fill: (name: string, value: FieldValue) => void
  submit: () => Promise<void>
}

/** What has been written into a form so far, and what is wrong with it. */
export function useFilling({ form, channel }: Opened, { asking, words }: { asking: Asking; words: Words }): Filling {
  const [values, setValues] = useState(() => valuesOf(form))
  const [problems, setProblems] = useState<FieldProblems>({})
  const [isSending, setSending] = useState(false)
  const [isTouched, setTouched] = useState(false)

  return {
    ...{ values, problems, isSending, isTouched },
    fill(name, value) {
      setTouched(true)
      setValues((now) => ({ ...now, [name]: value }))
      setProblems(({ [name]: _mended, ...others }) => others)
    },
    async submit() {
      if (isSending) return
      const found = problemsIn(form, values, words)
      setProblems(found)
      if (Object.keys(found).length > 0) return

      setSending(true)
      const { id, context = '' } = form
      setProblems(await asking.submit({ to: 'submit', channel, form: id, context, values: tidied(form, values) }))
      setSending(false)
    },
  }
}

const valuesOf = (form: Form): FormValues =>
  Object.fromEntries(form.fields.map((field) => [field.name, startOf(field)]))

function startOf(field: Field): FieldValue {
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'person':
    case 'channel':
    case 'date':
    case 'time':
      return field.value ?? ''
    case 'number':
      return field.value === undefined ? '' : String(field.value)
    case 'choices':
    case 'people':
      return field.values ?? []
    case 'toggle':
      return field.value ?? false
  }
}

/** Enter sends a time before its field had the chance to write it in full. */
const tidied = (form: Form, values: FormValues): FormValues =>
  Object.fromEntries(
    form.fields.flatMap(({ name, kind }) => {
      const value = values[name]
      if (value === undefined) return []
      return [[name, kind === 'time' ? timeOfDay(String(value)) : value]]
    }),
  )

/** What can be told without asking the server: needed and left empty, or not a number. */
function problemsIn(form: Form, values: FormValues, words: Words): FieldProblems {
  const problems: Record<string, string> = {}
  for (const { name, kind, optional } of form.fields) {
    const value = values[name] ?? ''
    if (isEmpty(value)) {
      if (!optional) problems[name] = words.required
    } else if (kind === 'number' && Number.isNaN(Number(value))) problems[name] = words.notNumber
  }
  return problems
}

const isEmpty = (value: FieldValue): boolean =>
  typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0
