import type { Button, Card } from '../../../../chat/card.ts'
import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { peopleWords } from '../messages/people.ts'
import { contextOf } from '../typed.ts'
import { noteCard } from './note.ts'

type Person = { id: string; name: string }

export function assignForm(locale: Locale, { id, number, ownerId }: Complaint): Form {
  const words = peopleWords[locale]
  return {
    locale,
    id: 'complaint.assign',
    title: words.assignTitle(writeReference(number)),
    submit: words.assign,
    context: contextOf(id, ownerId),
    fields: [{ kind: 'person', name: 'owner', label: words.newOwner }],
  }
}

/** They are away: whoever stands in, or they all the same. */
export function awayCard(
  locale: Locale,
  { id }: Complaint,
  { to, backup }: { to: Person; backup: Person | null },
): Card {
  const words = peopleWords[locale]
  const button = (label: string, person: Person): Button => ({
    label,
    action: 'complaint.assign-to',
    value: contextOf(id, person.id),
  })
  const buttons = [
    ...(backup ? [button(words.toBackup(backup.name), backup)] : []),
    button(words.allTheSame(to.name), to),
  ]
  const hint = backup ? words.awayHint(to.name, backup.name) : words.awayAlone
  return noteCard(locale, words.isAway(to.name), { tone: 'warning', hint, buttons })
}
