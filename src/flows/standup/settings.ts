import { readCountry } from '../../calendar/countries.ts'
import { readTime } from '../../calendar/read-time.ts'
import { readZone } from '../../calendar/read-zone.ts'
import type { FormValues } from '../../chat/form.ts'
import { LOCALES, type Locale } from '../../chat/locale.ts'
import { settingsWords } from './messages/settings.ts'
import {
  type Asked,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  type Mistake,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  readQuestions,
} from './question-syntax.ts'

/** What the form decides about a stand-up. */
export type Settings = {
  name: string
  channelId: string
  memberIds: readonly string[]
  days: readonly number[]
  time: string
  zoneMode: 'team' | 'member'
  timeZone: string
  questions: readonly Asked[]
  digestDelayMinutes: number
  promptIn: 'channel' | 'private' | 'both'
  digestBy: 'person' | 'question'
  holidays: string | null
  missesBeforeLead: number
  locale: Locale
  /** Asked of an existing stand-up only. */
  leadId?: string
}

export const DELAY = { least: 5, most: 720, usual: 20 }
export const MISSES = { least: 1, most: 20, usual: 3 }
export const ZONE_MODES = ['team', 'member'] as const
export const PROMPT_IN = ['both', 'channel', 'private'] as const
export const DIGEST_BY = ['person', 'question'] as const
export const LONGEST_NAME = 80
export const MOST_PARTICIPANTS = 500

export type Errors = Record<string, string>
type Reading = { values: FormValues; locale: Locale; errors: Errors }

/** What can be read of the form without knowing anybody; what is wrong stands beside its field in `errors`. */
export function readSettings(
  values: FormValues,
  locale: Locale,
  ownZone: string,
): { settings: Settings; errors: Errors } {
  const form: Reading = { values, locale, errors: {} }
  const leadId = textOf(form, 'lead')
  const settings: Settings = {
    name: readName(form),
    channelId: required(form, 'channel', settingsWords[locale].channelEmpty),
    memberIds: readMembers(form),
    days: readChosenDays(form),
    time: read(form, 'time', { reader: readTime, wrong: settingsWords[locale].timeWrong }) ?? '09:00',
    zoneMode: choice(form, 'zoneMode', ZONE_MODES),
    timeZone:
      read(form, 'timeZone', { reader: readZone, wrong: settingsWords[locale].zoneWrong, empty: ownZone }) ?? ownZone,
    questions: readAsked(form),
    digestDelayMinutes: whole(form, 'delay', { ...DELAY, wrong: settingsWords[locale].delayWrong }),
    promptIn: choice(form, 'promptIn', PROMPT_IN),
    digestBy: choice(form, 'digestBy', DIGEST_BY),
    holidays:
      read(form, 'holidays', { reader: readCountry, wrong: settingsWords[locale].holidaysWrong, empty: '' }) || null,
    missesBeforeLead: whole(form, 'misses', { ...MISSES, wrong: settingsWords[locale].missesWrong }),
    locale: choice(form, 'language', LOCALES),
    ...(leadId ? { leadId } : {}),
  }
  return { settings, errors: form.errors }
}

const textOf = ({ values }: Reading, field: string): string => {
  const value = values[field]
  return typeof value === 'string' ? value.trim() : ''
}

const listOf = ({ values }: Reading, field: string): readonly string[] => {
  const value = values[field]
  return Array.isArray(value) ? [...new Set<string>(value)] : []
}

function required(form: Reading, field: string, error: string): string {
  const text = textOf(form, field)
  if (text === '') form.errors[field] = error
  return text
}

function readName(form: Reading): string {
  const words = settingsWords[form.locale]
  const name = required(form, 'name', words.nameEmpty).replace(/\s+/gu, ' ')
  if (name.length > LONGEST_NAME) form.errors.name = words.nameLong(LONGEST_NAME)
  return name
}

function readMembers(form: Reading): readonly string[] {
  const words = settingsWords[form.locale]
  const ids = listOf(form, 'participants')
  if (ids.length === 0) form.errors.participants = words.participantsEmpty
  if (ids.length > MOST_PARTICIPANTS) form.errors.participants = words.participantsMany(MOST_PARTICIPANTS)
  return ids
}

function readChosenDays(form: Reading): number[] {
  const days = listOf(form, 'days').map(Number)
  const known = days.filter((day) => day >= 1 && day <= 7)
  if (known.length === 0) form.errors.days = settingsWords[form.locale].daysEmpty
  return known.sort()
}

type Readable = { reader: (typed: string) => string | null; wrong: (typed: string) => string; empty?: string }

function read(form: Reading, field: string, { reader, wrong, empty }: Readable): string | null {
  const typed = textOf(form, field)
  if (typed === '' && empty !== undefined) return empty
  const value = reader(typed)
  if (value === null) form.errors[field] = wrong(typed)
  return value
}

function choice<Value extends string>(form: Reading, field: string, options: readonly [Value, ...Value[]]): Value {
  const chosen = options.find((option) => option === textOf(form, field))
  if (chosen === undefined) form.errors[field] = settingsWords[form.locale].choose
  return chosen ?? options[0]
}

type Whole = { least: number; most: number; usual: number; wrong: (least: number, most: number) => string }

function whole(form: Reading, field: string, { least, most, usual, wrong }: Whole): number {
  const typed = textOf(form, field).normalize('NFKC')
  const number = typed === '' ? usual : Number(typed)
  if (!Number.isInteger(number) || number < least || number > most) form.errors[field] = wrong(least, most)
  return number
}

function readAsked(form: Reading): readonly Asked[] {
  const words = settingsWords[form.locale]
  const { questions, mistakes } = readQuestions(textOf(form, 'questions'))
  const [first] = mistakes
  if (first) form.errors.questions = sayMistake(first, form.locale)
  else if (questions.length === 0) form.errors.questions = words.questionsEmpty
  else if (questions.length > MOST_QUESTIONS) form.errors.questions = words.questionsMany(MOST_QUESTIONS)
  return questions
}

function sayMistake({ why, line, what }: Mistake, locale: Locale): string {
  const words = settingsWords[locale]
  switch (why) {
    case 'tag':
      return words.tagWrong(line, what)
    case 'long':
      return words.questionLong(line, LONGEST_QUESTION)
    case 'options':
      return words.optionsWrong(line, MOST_OPTIONS, LONGEST_OPTION)
  }
}
