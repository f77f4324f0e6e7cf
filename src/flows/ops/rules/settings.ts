import { readDays } from '../../../calendar/read-days.ts'
import { readTime } from '../../../calendar/read-time.ts'
import { readZone } from '../../../calendar/read-zone.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import type { FormValues } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Member } from '../../../database/types.ts'

/** As typed or chosen; what is absent stays as it is. */
export type Given = {
  language?: string
  zone?: string
  days?: string
  workStart?: string
  workEnd?: string
  hours?: string
  chat?: string
}
export type Settings = Pick<Member, 'locale' | 'timeZone' | 'workingDays' | 'workStart' | 'workEnd'>
export type Problem =
  | 'noSuchLanguage'
  | 'noSuchZone'
  | 'noSuchDays'
  | 'noSuchTime'
  | 'noSuchHours'
  | 'noTime'
  | 'noSuchChat'
export type Wrong = { field: keyof Given; problem: Problem; typed: string }

const KEYS: Readonly<Record<string, keyof Given>> = {
  language: 'language',
  lang: 'language',
  语言: 'language',
  zone: 'zone',
  timezone: 'zone',
  时区: 'zone',
  days: 'days',
  工作日: 'days',
  hours: 'hours',
  工作时间: 'hours',
  chat: 'chat',
  消息: 'chat',
}

const LANGUAGES: Readonly<Record<Locale, readonly string[]>> = {
  en: ['en', 'english', '英文', '英语'],
  'zh-CN': ['zh-cn', 'zh', 'chinese', '中文', '简体中文', '汉语'],
}

/** What a command line asks to change; `unreadable` is the first part of it that means nothing here. */
export function givenIn({ words, options }: CommandLine): { given: Given; unreadable?: string } {
  const given = Object.entries(options).flatMap(([key, value]) => (KEYS[key] ? [[KEYS[key], value]] : []))
  const unreadable = words[0] ?? Object.keys(options).find((key) => !KEYS[key])
  return { given: Object.fromEntries(given), ...(unreadable && { unreadable }) }
}

/** What the form sends: no day chosen is a mistake and not the wish to change nothing. */
export function givenInForm(values: FormValues): Given {
  const text = (field: string) => (typeof values[field] === 'string' ? { [field]: values[field] } : {})
  const chosen = Array.isArray(values.days) ? values.days.map((day) => WEEK[Number(day) - 1] ?? day) : []
  const days = chosen.length > 0 ? chosen.join() : 'none'
  return {
    ...text('language'),
    ...text('zone'),
    days,
    ...text('workStart'),
    ...text('workEnd'),
    ...text('chat'),
  }
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The settings as they would be; either all of it can be read or everything that is wrong is named. */
export function readSettings(given: Given, present: Settings): { settings: Settings; wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const read = <Value>(
    field: keyof Given,
    reader: (typed: string) => Value | null,
    problem: Problem,
  ): Value | undefined => {
    const typed = given[field]
    if (typed === undefined) return undefined
    const value = reader(typed)
    if (value === null) wrong.push({ field, problem, typed })
    return value ?? undefined
  }
  const hours = read('hours', readHours, 'noSuchHours')
  const settings = {
    locale: read('language', readLanguage, 'noSuchLanguage') ?? present.locale,
    timeZone: read('zone', readZone, 'noSuchZone') ?? present.timeZone,
    workingDays: read('days', readDays, 'noSuchDays') ?? present.workingDays,
    workStart: hours?.start ?? read('workStart', readTime, 'noSuchTime') ?? present.workStart,
    workEnd: hours?.end ?? read('workEnd', readTime, 'noSuchTime') ?? present.workEnd,
  }
  if (settings.workEnd !== settings.workStart) return { settings, wrong }
  const field = hours ? 'hours' : 'workEnd'
  return { settings, wrong: [...wrong, { field, problem: 'noTime', typed: settings.workEnd }] }
}

/** Only what differs; a zone or language that the member chose is no longer taken from the platform. */
export function changesOf(present: Settings, wanted: Settings): Partial<Settings & OwnChoice> {
  return {
    ...(wanted.locale !== present.locale && { locale: wanted.locale, ownLocale: true }),
    ...(wanted.timeZone !== present.timeZone && { timeZone: wanted.timeZone, ownTimeZone: true }),
    ...(wanted.workingDays.join() !== present.workingDays.join() && { workingDays: wanted.workingDays }),
    ...(wanted.workStart !== present.workStart && { workStart: wanted.workStart }),
    ...(wanted.workEnd !== present.workEnd && { workEnd: wanted.workEnd }),
  }
}

type OwnChoice = Pick<Member, 'ownLocale' | 'ownTimeZone'>

function readLanguage(typed: string): Locale | null {
  const said = typed.trim().toLowerCase()
  if (LANGUAGES.en.includes(said)) return 'en'
  return LANGUAGES['zh-CN'].includes(said) ? 'zh-CN' : null
}

/** `9-18`, `8:30–17:00`, `9点到18点`. */
function readHours(typed: string): { start: string; end: string } | null {
  const [from, to, ...more] = typed.split(/\s*(?:-|–|—|~|到|至|\bto\b)\s*/u)
  if (!from || !to || more.length > 0) return null
  const [start, end] = [readHour(from), readHour(to)]
  return start && end ? { start, end } : null
}

/** Between working hours a bare `9` can only be the hour. */
const readHour = (typed: string): string | null => readTime(/^\d{1,2}$/.test(typed) ? `${typed}:00` : typed)
