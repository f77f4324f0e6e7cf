import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { LONGEST_WHAT } from '../../intake/limits.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { deedWords } from '../messages/deeds.ts'

type About = Pick<Complaint, 'id' | 'number'>

export function noteForm(locale: Locale, { id, number }: About): Form {
  const words = deedWords[locale]
  return {
    locale,
    id: 'complaint.note',
    title: words.noteTitle(writeReference(number)),
    submit: words.save,
    context: id,
    fields: [
      {
        name: 'text',
        label: words.noteLabel,
        hint: words.noteHint,
        kind: 'text',
        lines: 'many',
        maxLength: LONGEST_WHAT,
      },
    ],
  }
}

export function evidenceForm(locale: Locale, { id, number }: About): Form {
  const words = deedWords[locale]
  return {
    locale,
    id: 'complaint.evidence',
    title: words.evidenceTitle(writeReference(number)),
    submit: words.save,
    context: id,
    fields: [
      { name: 'link', label: words.evidenceLink, hint: words.evidenceLinkHint, optional: true, kind: 'text' },
      {
        name: 'text',
        label: words.evidenceText,
        optional: true,
        kind: 'text',
        lines: 'many',
        maxLength: LONGEST_WHAT,
      },
    ],
  }
}

export function namedForm(locale: Locale, { id, number, namedIds, version }: Complaint): Form {
  const words = deedWords[locale]
  return {
    locale,
    id: 'complaint.named',
    title: words.namedTitle(writeReference(number)),
    submit: words.save,
    context: `${id} ${version}`,
    fields: [
      {
        name: 'people',
        label: words.namedLabel,
        hint: words.namedHint,
        optional: true,
        kind: 'people',
        values: namedIds,
      },
    ],
  }
}
