import type { Temporal } from 'temporal-polyfill'
import { sayDateRange } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { mention } from '../../../chat/text.ts'
import type { Member } from '../../../database/types.ts'
import { absenceWords } from '../messages/absence.ts'
import type { Days } from '../rules/leave.ts'

export type Recorded = { leave: Days; backup: Member | null; prompts: number; notes: readonly string[] }

export function awayForm(locale: Locale, member: Member, today: Temporal.PlainDate): Form {
  const words = absenceWords[locale]
  const date = today.toString()
  const backup = member.backupId ? { value: member.backupId } : {}
  return {
    locale,
    id: 'ops.away',
    title: words.title,
    submit: words.save,
    intro: words.intro,
    fields: [
      { kind: 'date', name: 'from', label: words.from, value: date },
      { kind: 'date', name: 'to', label: words.to, value: date },
      { kind: 'person', name: 'backup', label: words.backup, hint: words.backupHint, optional: true, ...backup },
    ],
  }
}

export function awayCard(locale: Locale, { leave, backup, prompts, notes }: Recorded): Card {
  const words = absenceWords[locale]
  const days = sayDateRange(leave.from, leave.to, locale)
  const facts = [
    { label: words.away, value: days },
    { label: words.backup, value: backup ? [mention(backup)] : words.nobody },
    { label: words.notAsked, value: words.prompts(prompts) },
  ]
  return {
    locale,
    tone: 'good',
    summary: words.recorded(days),
    blocks: [
      { kind: 'text', text: words.recorded(days) },
      { kind: 'facts', facts },
      ...notes.map((note): Block => ({ kind: 'context', text: note })),
      { kind: 'buttons', buttons: [{ label: words.iAmBack, action: 'ops.back' }] },
    ],
  }
}

/** What the backup reads. */
export const standInCard = (locale: Locale, name: string, sentence: string): Card => ({
  locale,
  summary: sentence,
  title: absenceWords[locale].standInTitle(name),
  blocks: [{ kind: 'text', text: sentence }],
})

export function welcomeBackCard(locale: Locale, next: Days | null): Card {
  const words = absenceWords[locale]
  const ahead: Block[] = next ? [{ kind: 'context', text: words.ahead(sayDateRange(next.from, next.to, locale)) }] : []
  return {
    locale,
    tone: 'good',
    summary: words.welcomeBack,
    blocks: [{ kind: 'text', text: words.welcomeBack }, ...ahead],
  }
}

export function nextAbsenceCard(locale: Locale, id: string, leave: Days): Card {
  const words = absenceWords[locale]
  const sentence = words.here(sayDateRange(leave.from, leave.to, locale))
  return {
    locale,
    summary: sentence,
    blocks: [
      { kind: 'text', text: sentence },
      { kind: 'buttons', buttons: [{ label: words.cancel, action: 'ops.cancel-absence', value: id }] },
    ],
  }
}
