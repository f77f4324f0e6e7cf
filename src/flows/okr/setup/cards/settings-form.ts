import { sayDays } from '../../../../calendar/say.ts'
import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { classNames } from '../../messages/classes.ts'
import { EVERY } from '../../rules/rhythm.ts'
import type { Settings } from '../../store/settings.ts'
import { settingsWords } from '../messages/settings.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)
/** Days. */
export const LONGEST_WAIT = 60

type Preset = { settings: Settings; policies: readonly { id: string; name: string }[]; context: string }

/** The context tells how the settings were when it was opened. */
export function settingsForm(locale: Locale, { settings, policies, context }: Preset): Form {
  const { title, save: submit } = settingsWords[locale]
  const fields = [
    ...calendarFields(locale, settings),
    ...rhythmFields(locale, settings),
    ...overdueFields(locale, settings, policies),
  ]
  return { locale, id: 'okr.settings', title, submit, context, fields }
}

function calendarFields(locale: Locale, settings: Settings): Field[] {
  const words = settingsWords[locale]
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return [
    {
      ...{ kind: 'choice', name: 'fiscal', label: words.fiscalStart, value: String(settings.fiscalStart) },
      options: MONTHS.map((month) => ({ value: String(month), label: months.format(Date.UTC(2026, month - 1)) })),
    },
    { kind: 'text', name: 'zone', label: words.zone, hint: words.zoneHint, value: settings.timeZone },
    {
      ...{ kind: 'choices', name: 'days', label: words.days, values: settings.workingDays.map(String) },
      options: weekdays(locale),
    },
    {
      ...{ kind: 'text', name: 'holidays', label: words.holidays, hint: words.holidaysHint, optional: true },
      ...(settings.holidays && { value: settings.holidays }),
    },
  ]
}

function rhythmFields(locale: Locale, settings: Settings): Field[] {
  const words = settingsWords[locale]
  return [
    {
      ...{ kind: 'choice', name: 'every', label: words.every, value: settings.every },
      options: EVERY.map((value) => ({ value, label: classNames[locale].every[value] })),
    },
    { kind: 'choice', name: 'day', label: words.day, options: weekdays(locale), value: String(settings.day) },
    { kind: 'time', name: 'time', label: words.time, hint: words.timeHint, value: settings.time },
    numberField('fresh', { label: words.fresh, hint: words.freshHint, value: settings.freshDays }),
    {
      ...{ kind: 'choice', name: 'away', label: words.away, value: settings.whenAway },
      options: (['wait', 'backup'] as const).map((value) => ({ value, label: words.aways[value] })),
    },
  ]
}

function overdueFields(locale: Locale, settings: Settings, policies: Preset['policies']): Field[] {
  const words = settingsWords[locale]
  const hint = words.daysHint
  return [
    numberField('nudge', { label: words.nudge, hint, value: settings.nudgeAfter }),
    numberField('lead', { label: words.lead, hint, value: settings.leadAfter }),
    numberField('manager', { label: words.manager, hint, value: settings.managerAfter }),
    {
      ...{ kind: 'choice', name: 'policy', label: words.policy, hint: words.policyHint, optional: true },
      options: policies.map(({ id, name }) => ({ value: id, label: name.slice(0, 75) })),
      ...(settings.policyId && { value: settings.policyId }),
    },
    {
      ...{ kind: 'channel', name: 'digest', label: words.digest, hint: words.digestHint, optional: true },
      ...(settings.digestChannelId && { value: settings.digestChannelId }),
    },
  ]
}

const numberField = (name: string, shown: { label: string; hint: string; value: number }): Field => ({
  ...{ kind: 'number', name, min: 0, max: LONGEST_WAIT, whole: true },
  ...shown,
})

const weekdays = (locale: Locale) => WEEK.map((day) => ({ value: String(day), label: sayDays([day], locale) }))
