import { sayCountry } from '../../../calendar/countries.ts'
import { sayDateTime, sayDays } from '../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Text } from '../../../chat/text.ts'
import { settingsWords } from '../messages/settings.ts'
import { writeQuestion } from '../question-syntax.ts'
import type { Described } from '../show.ts'
import type { Standup } from '../store/standups.ts'
import { nameList } from './names.ts'

/** How a stand-up is set up, with what the reader may do about it; `said` is what just happened, `hint` what else to know. */
export function standupCard(locale: Locale, described: Described & { said?: string; hint?: string }): Card {
  const { standup, said, hint } = described
  return {
    locale,
    title: said ?? standup.name,
    tone: said ? 'good' : 'plain',
    summary: said ?? standup.name,
    blocks: [
      ...(hint ? [{ kind: 'text' as const, text: hint }] : []),
      { kind: 'facts', facts: factsOf(locale, described) },
      { kind: 'list', ordered: true, items: standup.questions.map((question) => writeQuestion(question, locale)) },
      ...buttonsOf(locale, described),
    ],
  }
}

function factsOf(locale: Locale, { standup, channel, lead, people, next }: Described) {
  const words = settingsWords[locale]
  const facts: { label: string; value: Text }[] = [
    { label: words.state, value: stateOf(standup, locale) },
    { label: words.when, value: whenOf(standup, locale) },
    { label: words.next, value: next ? sayDateTime(next.at, standup.timeZone, locale) : '–' },
    { label: words.channel, value: channel ? [{ channel: channel.id, name: channel.name }] : '–' },
    { label: words.lead, value: nameList(lead ? [lead.name] : ['–'], locale) },
    {
      label: words.participants,
      value: nameList(
        people.map((member) => member.name),
        locale,
      ),
    },
    { label: words.promptIn, value: words.promptInChoice[standup.promptIn as keyof typeof words.promptInChoice] },
    { label: words.digestAfter, value: words.minutes(standup.digestDelayMinutes) },
    { label: words.holidaysKept, value: standup.holidays ? sayCountry(standup.holidays, locale) : words.noHolidays },
    { label: words.leadHears, value: words.missesInARow(standup.missesBeforeLead) },
  ]
  return facts.filter(({ value }) => value.length > 0)
}

export function stateOf(standup: Pick<Standup, 'state' | 'pausedWhy'>, locale: Locale): string {
  const words = settingsWords[locale]
  if (standup.state !== 'paused') return words.active
  return standup.pausedWhy === 'channel' ? words.pausedChannel : words.paused
}

export function whenOf(standup: Pick<Standup, 'zoneMode' | 'timeZone' | 'days' | 'time'>, locale: Locale): string {
  const words = settingsWords[locale]
  const zone = standup.zoneMode === 'member' ? words.eachOwnZone : standup.timeZone
  return words.at(sayDays(standup.days, locale), standup.time, zone)
}

function buttonsOf(locale: Locale, { standup, isMineToLead }: Described): Block[] {
  if (!isMineToLead) return []
  const words = settingsWords[locale]
  const value = standup.id
  const others: Button[] =
    standup.state === 'paused'
      ? [{ label: words.resume, action: 'standup.resume', value }]
      : [
          { label: words.startNow, action: 'standup.start', value },
          { label: words.pause, action: 'standup.pause', value },
        ]
  const edit: Button = { label: words.edit, action: 'standup.edit', value }
  return [{ kind: 'buttons', buttons: [edit, ...others, { label: words.delete, action: 'standup.delete', value }] }]
}
