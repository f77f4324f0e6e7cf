import { fromDateColumn, toInstant } from '../../../calendar/instant.ts'
import { sayDay, sayTime } from '../../../calendar/say.ts'
import type { Button, Card } from '../../../chat/card.ts'
import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import { isAsked } from '../attendance.ts'
import { answeringWords } from '../messages/answering.ts'
import { runWords } from '../messages/run.ts'
import type { Attendee, Run } from '../store/runs.ts'
import { note } from './names.ts'

/** What one person is asked privately, and afterwards how it went. */
export function privateCard(run: Run, attendee: Attendee): Card {
  const { entry, member } = attendee
  const locale = nearestLocale(member.locale)
  if (run.state === 'deleted') return note(locale, runWords[locale].deletedCard(run.standup.name))
  if (isAsked(entry)) return asking(run, member.timeZone, locale)
  return outcome(run, attendee, locale)
}

/** The short word to who has not answered half-way; one line once there is nothing to remind of any more. */
export function reminderCard(run: Run, attendee: Attendee): Card {
  const { entry, member } = attendee
  const locale = nearestLocale(member.locale)
  const words = runWords[locale]
  if (entry.state === 'answered') return note(locale, words.reminded(run.standup.name))
  if (entry.state === 'missed') return note(locale, words.remindedInVain(run.standup.name))
  if (run.state !== 'open' || !isAsked(entry)) return note(locale, privateCard(run, attendee).summary)
  const sentence = words.remind(run.standup.name, sayTime(toInstant(run.closesAt), member.timeZone, locale))
  return {
    ...note(locale, sentence, { buttons: waysToAnswer(run, locale), hint: words.askHow }),
    title: words.remindTitle,
  }
}

/** Whoever has answered before and edits hears that it worked. */
export const changedCard = (locale: Locale, run: Run): Card =>
  note(locale, answeringWords[locale].changed, {
    tone: 'good',
    buttons: [{ label: runWords[locale].change, action: 'standup.answer', value: run.id }],
  })

function asking(run: Run, zone: string, locale: Locale): Card {
  const words = runWords[locale]
  const { name } = run.standup
  const date = sayDay(fromDateColumn(run.date), locale)
  return {
    locale,
    title: words.cardTitle(name, date),
    summary: words.askSummary(name, date),
    blocks: [
      { kind: 'list', ordered: true, items: run.questions.map((question) => question.text) },
      { kind: 'buttons', buttons: waysToAnswer(run, locale) },
      {
        kind: 'context',
        text: words.askHow + words.between + words.askUntil(sayTime(toInstant(run.closesAt), zone, locale)),
      },
    ],
  }
}

function waysToAnswer(run: Run, locale: Locale): Button[] {
  const words = runWords[locale]
  return [
    { label: words.answer, action: 'standup.answer', value: run.id, style: 'primary' },
    { label: words.skip, action: 'standup.skip', value: run.id },
  ]
}

function outcome(run: Run, { entry }: Attendee, locale: Locale): Card {
  const words = runWords[locale]
  const { name } = run.standup
  const date = sayDay(fromDateColumn(run.date), locale)
  const button = (label: string): Button => ({ label, action: 'standup.answer', value: run.id })
  switch (entry.state) {
    case 'answered':
      return note(locale, isLate(run, entry) ? words.thanksLate(name, date) : words.thanks(name), {
        tone: 'good',
        buttons: [button(words.change)],
      })
    case 'skipped':
      return note(locale, words.youSkipped(name, date), { buttons: [button(words.answer)] })
    case 'away':
      return note(locale, words.youAreAway(name, date), { buttons: [button(words.answer)] })
    case 'left':
      return note(locale, words.youLeft(name))
    case 'missed':
    case 'excused':
    case 'due':
    case 'later':
      return note(locale, words.youMissed(name, date), { tone: 'warning', buttons: [button(words.answerLate)] })
  }
}

/** Whether the first answer came after the digest. */
export const isLate = (run: Pick<Run, 'closedAt'>, { answeredAt }: Attendee['entry']): boolean =>
  run.closedAt !== null && answeredAt !== null && answeredAt > run.closedAt
