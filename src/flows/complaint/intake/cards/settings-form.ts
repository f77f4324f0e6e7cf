import { sayDays } from '../../../../calendar/say.ts'
import type { Field, Form } from '../../../../chat/form.ts'
import { LOCALES, type Locale } from '../../../../chat/locale.ts'
import type { Settings } from '../../store/settings.ts'
import { writeSpans } from '../hours.ts'
import { LONGEST_COMPANY } from '../limits.ts'
import { settingsWords } from '../messages/settings.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]

type Preset = { settings: Settings; policies: readonly { id: string; name: string }[]; context: string }

/** The context tells how the settings were when it was opened. */
export function settingsForm(locale: Locale, preset: Preset): Form {
  const words = settingsWords[locale]
  return {
    locale,
    id: 'complaint.settings',
    title: words.title,
    submit: words.save,
    context: preset.context,
    fields: [
      ...whoFields(locale, preset.settings),
      ...hourFields(locale, preset.settings),
      ...howFields(locale, preset),
    ],
  }
}

function whoFields(locale: Locale, { triageChannelId, dutyOwnerId }: Settings): Field[] {
  const words = settingsWords[locale]
  const triage = { label: words.triage, hint: words.triageHint, optional: true }
  const duty = { label: words.duty, hint: words.dutyHint, optional: true }
  return [
    { kind: 'channel', name: 'triage', ...triage, ...(triageChannelId && { value: triageChannelId }) },
    { kind: 'person', name: 'duty', ...duty, ...(dutyOwnerId && { value: dutyOwnerId }) },
  ]
}

function hourFields(locale: Locale, { calendar }: Settings): Field[] {
  const words = settingsWords[locale]
  const holidays = { label: words.holidays, hint: words.holidaysHint, optional: true }
  return [
    { kind: 'text', name: 'zone', label: words.zone, hint: words.zoneHint, value: calendar.timeZone },
    {
      kind: 'choices',
      name: 'days',
      label: words.days,
      options: WEEK.map((day) => ({ value: String(day), label: sayDays([day], locale) })),
      values: calendar.days.map(String),
    },
    { kind: 'text', name: 'spans', label: words.spans, hint: words.spansHint, value: writeSpans(calendar.spans) },
    { kind: 'text', name: 'holidays', ...holidays, ...(calendar.holidays && { value: calendar.holidays }) },
  ]
}

function howFields(locale: Locale, { settings, policies }: Preset): Field[] {
  const words = settingsWords[locale]
  const company = { label: words.company, hint: words.companyHint, optional: true, maxLength: LONGEST_COMPANY }
  const policy = { label: words.policy, hint: words.policyHint, optional: true }
  return [
    { kind: 'text', name: 'company', ...company, ...(settings.companyName && { value: settings.companyName }) },
    {
      kind: 'choice',
      name: 'language',
      label: words.language,
      hint: words.languageHint,
      options: LOCALES.map((value) => ({ value, label: words.languages[value] })),
      value: settings.customerLocale,
    },
    {
      kind: 'choice',
      name: 'policy',
      ...policy,
      options: policies.map(({ id, name }) => ({ value: id, label: name.slice(0, 75) })),
      ...(settings.policyId && { value: settings.policyId }),
    },
  ]
}
