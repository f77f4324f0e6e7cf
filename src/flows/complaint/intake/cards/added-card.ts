import type { Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { classNames } from '../../messages/classes.ts'
import type { Severity } from '../../rules/classes.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { filedWords } from '../messages/filed.ts'
import { similarWords } from '../messages/similar.ts'
import { noteCard } from './note-card.ts'

type Added = {
  complaint: Complaint
  links: number
  /** What was added sounds worse than what the complaint is classed as. */
  worse: Severity | null
  /** Another customer, of whom only the name is kept there. */
  lostContactOf: string | null
}

export function addedCard(locale: Locale, { complaint, links, worse, lostContactOf }: Added): Card {
  const words = similarWords[locale]
  const reference = writeReference(complaint.number)
  const severity = classNames[locale].severity
  const more = [
    words.addedHow(links),
    ...(complaint.state === 'closed' ? [words.closed(reference)] : []),
    ...(worse ? [words.worse(severity[worse], severity[complaint.severity])] : []),
    ...(lostContactOf ? [words.lostContact(lostContactOf)] : []),
  ]
  const classify = { label: filedWords[locale].classify, action: 'complaint.classify', value: complaint.id }
  return noteCard(locale, words.added(reference), { tone: 'good', more, buttons: worse ? [classify] : [] })
}
