import type { Field, Form, Option } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { classNames } from '../../messages/classes.ts'
import { CAUSE_FAMILIES, needsApproval, SEVERITIES, TYPES, VIAS } from '../../rules/classes.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { formWords } from '../messages/forms.ts'
import { contextOf, LONGEST_IN_FORM, preset } from '../typed.ts'

export const MOST_WHYS = 5
const LONGEST_QUOTE = 1_500

type Named<Key extends string> = Readonly<Record<Key, string>>
const optionsOf = <Key extends string | number>(keys: readonly Key[], names: Named<`${Key}`>): Option[] =>
  keys.map((key) => ({ value: String(key), label: names[`${key}`] }))

export function investigationForm(locale: Locale, complaint: Complaint, mark: bigint, typed: string): Form {
  const words = formWords[locale]
  const { id, number, state, whys, rootCause, causeFamily } = complaint
  const findings = typed || complaint.findings
  return {
    locale,
    id: 'complaint.investigate',
    title: words.investigation(writeReference(number)),
    submit: words.save,
    context: contextOf(id, mark),
    ...(state === 'proposed' && { intro: words.takesBack }),
    fields: [
      long(locale, { name: 'findings', label: words.findings }, findings),
      ...Array.from({ length: MOST_WHYS }, (_, at) => whyField(locale, at, whys[at] ?? null)),
      { ...long(locale, { name: 'rootCause', label: words.rootCause }, rootCause), optional: true },
      {
        ...{ kind: 'choice', name: 'family', label: words.family, optional: true },
        options: optionsOf(CAUSE_FAMILIES, classNames[locale].family),
        ...(causeFamily && { value: causeFamily }),
      },
    ],
  }
}

function whyField(locale: Locale, at: number, value: string | null): Field {
  const words = formWords[locale]
  const hint = at === 0 ? { hint: words.whyFirst } : {}
  return { kind: 'text', name: `why${at + 1}`, label: words.why(at + 1), optional: true, ...hint, ...preset(value) }
}

/** What is too long to be shown is not lost when its field is left empty. */
function long(locale: Locale, { name, label }: { name: string; label: string }, value: string | null): Field {
  const isHidden = value !== null && value.length > LONGEST_IN_FORM
  const kept = isHidden ? { optional: true, hint: formWords[locale].tooLongForForm } : {}
  return { kind: 'text', lines: 'many', name, label, ...kept, ...preset(value) }
}

export function proposalForm(
  locale: Locale,
  { id, number, severity }: Complaint,
  before: { mark: string; text: string | null },
): Form {
  const words = formWords[locale]
  return {
    locale,
    id: 'complaint.propose',
    title: words.proposal(writeReference(number)),
    submit: words.propose,
    context: contextOf(id, before.mark),
    ...(needsApproval(severity) && { intro: words.needsApproval }),
    fields: [long(locale, { name: 'text', label: words.resolution }, before.text)],
  }
}

export function replyForm(
  locale: Locale,
  { id, number, via, customer }: Complaint,
  { mark, proposed, typed }: { mark: string; proposed: string; typed: string },
): Form {
  const words = formWords[locale]
  const told = typed || proposed
  const isHidden = told.length > LONGEST_IN_FORM
  const quoted = told === proposed && !isHidden ? [] : [words.proposed(shortened(proposed, LONGEST_QUOTE))]
  const intro = [words.replyIntro(customer.name, customer.contact), ...quoted]
  return {
    locale,
    id: 'complaint.reply',
    title: words.reply(writeReference(number)),
    submit: words.saveReply,
    context: contextOf(id, mark),
    intro: intro.join('\n'),
    fields: [
      {
        ...{ kind: 'text', lines: 'many', name: 'told', label: words.told },
        ...(isHidden ? { optional: true, hint: words.toldHint } : preset(told)),
      },
      { kind: 'choice', name: 'via', label: words.by, options: optionsOf(VIAS, classNames[locale].via), value: via },
    ],
  }
}

export function classificationForm(locale: Locale, complaint: Complaint): Form {
  const words = formWords[locale]
  const names = classNames[locale]
  const { id, number, severity, type, suggestedSeverity, suggestedType } = complaint
  const suggested = { severity: names.severity[suggestedSeverity as 1], type: names.type[suggestedType as 'other'] }
  return {
    locale,
    id: 'complaint.classify',
    title: words.classification(writeReference(number)),
    submit: words.classify,
    context: contextOf(id, severity, type),
    ...(suggestedSeverity && suggestedType && { intro: words.suggested(suggested.severity, suggested.type) }),
    fields: [
      {
        ...{ kind: 'choice', name: 'severity', label: words.severity, value: String(severity) },
        options: optionsOf(SEVERITIES, names.severity),
      },
      { kind: 'choice', name: 'type', label: words.type, options: optionsOf(TYPES, names.type), value: type },
    ],
  }
}
