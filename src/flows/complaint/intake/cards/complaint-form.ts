import type { Field, Form } from '../../../../chat/form.ts'
import { LOCALES, type Locale } from '../../../../chat/locale.ts'
import { classNames } from '../../messages/classes.ts'
import { SEVERITIES, TYPES, VIAS, type Via } from '../../rules/classes.ts'
import { LONGEST_CONTACT, LONGEST_NAME, LONGEST_PRODUCT, LONGEST_WHAT } from '../limits.ts'
import { formWords } from '../messages/form.ts'

export type Preset = { what?: string; isCut?: boolean; via: Via; namedIds?: readonly string[] }

/** The context is the same however often this very form is submitted. */
export function complaintForm(locale: Locale, context: string, preset: Preset): Form {
  const { title, submit } = formWords[locale]
  const fields = [...aboutCustomer(locale, preset), ...aboutComplaint(locale, preset), ...aboutHandling(locale, preset)]
  return { locale, id: 'complaint.file', title, submit, context, fields }
}

function aboutCustomer(locale: Locale, { via }: Preset): Field[] {
  const words = formWords[locale]
  const contact = { label: words.contact, hint: words.contactHint, optional: true, maxLength: LONGEST_CONTACT }
  return [
    { kind: 'text', name: 'customer', label: words.customer, maxLength: LONGEST_NAME },
    { kind: 'text', name: 'contact', ...contact },
    {
      kind: 'choice',
      name: 'via',
      label: words.via,
      options: VIAS.map((value) => ({ value, label: classNames[locale].via[value] })),
      value: via,
    },
  ]
}

function aboutComplaint(locale: Locale, { what, isCut }: Preset): Field[] {
  const words = formWords[locale]
  return [
    { kind: 'text', name: 'product', label: words.product, optional: true, maxLength: LONGEST_PRODUCT },
    {
      kind: 'text',
      name: 'what',
      label: words.what,
      lines: 'many',
      maxLength: LONGEST_WHAT,
      ...(isCut && { hint: words.whatCut }),
      ...(what && { value: what }),
    },
    classField(locale, 'severity', SEVERITIES.map(optionOf(classNames[locale].severity))),
    classField(locale, 'type', TYPES.map(optionOf(classNames[locale].type))),
  ]
}

function aboutHandling(locale: Locale, { namedIds }: Preset): Field[] {
  const words = formWords[locale]
  const language = { label: words.language, hint: words.languageHint, optional: true }
  const named = { label: words.named, hint: words.namedHint, optional: true }
  const links = { label: words.evidence, hint: words.evidenceHint, optional: true }
  return [
    { kind: 'people', name: 'named', ...named, ...(namedIds?.length && { values: namedIds }) },
    { kind: 'text', name: 'evidence', ...links, lines: 'many' },
    { kind: 'choice', name: 'language', ...language, options: LOCALES.map(optionOf(words.languages)) },
    { kind: 'toggle', name: 'confidential', label: words.confidential, on: words.confidentialOn, optional: true },
  ]
}

const optionOf =
  <Value extends string | number>(names: Readonly<Record<Value, string>>) =>
  (value: Value) => ({ value: String(value), label: names[value] })

function classField(locale: Locale, name: 'severity' | 'type', options: { value: string; label: string }[]): Field {
  const words = formWords[locale]
  return { kind: 'choice', name, label: words[name], hint: words.suggested, optional: true, options }
}
