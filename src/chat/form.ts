import type { Locale } from './locale.ts'
import type { Text } from './text.ts'

/** What is asked of people, on any platform. */
export type Form = {
  locale: Locale
  /** `<flow>.<form>`, as in the flow's table of contents. */
  id: string
  title: string
  submit: string
  /** Comes back with the submission as it is; at most 2,000 characters. */
  context?: string
  intro?: Text
  fields: readonly Field[]
}

type Asked = { name: string; label: string; hint?: string; optional?: boolean }
/** A value has at most 75 characters. */
export type Option = { value: string; label: string }

/** Persons and channels are our own ids, in and out; the platforms translate. */
export type Field = Asked &
  (
    | { kind: 'text'; value?: string; lines?: 'one' | 'many'; maxLength?: number; placeholder?: string }
    | { kind: 'number'; value?: number; min?: number; max?: number; whole?: boolean }
    | { kind: 'choice'; options: readonly Option[]; value?: string }
    | { kind: 'choices'; options: readonly Option[]; values?: readonly string[] }
    | { kind: 'person'; value?: string }
    | { kind: 'people'; values?: readonly string[] }
    | { kind: 'channel'; value?: string }
    | { kind: 'date'; value?: string }
    | { kind: 'time'; value?: string }
    | { kind: 'toggle'; value?: boolean; on: string }
  )

/**
 * What came back for one field. text, choice, person, channel: the text or id; number: as it was typed, parsed by
 * the flow's schema; choices, people: a list; date `YYYY-MM-DD`; time `HH:MM`; toggle: a boolean. Left empty: absent.
 */
export type FieldValue = string | readonly string[] | boolean
export type FormValues = Readonly<Record<string, FieldValue>>
