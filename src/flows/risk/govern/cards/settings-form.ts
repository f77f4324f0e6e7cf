import { sayDays } from '../../../../calendar/say.ts'
import type { Field, Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { EVERY } from '../../rules/review-rhythm.ts'
import type { Settings } from '../../store/settings.ts'
import { settingsWords } from '../messages/settings.ts'

export const RHYTHMS = ['reviewCritical', 'reviewHigh', 'reviewModerate', 'reviewLow'] as const
type Preset = { settings: Settings; policies: readonly { id: string; name: string }[]; context: string }

/** The context tells how the settings were when it was opened. */
export function settingsForm(locale: Locale, { settings, policies, context }: Preset): Form {
  const words = settingsWords[locale]
  const fields: Field[] = [
    { kind: 'text', name: 'zone', label: words.zone, hint: words.zoneHint, value: settings.timeZone },
    {
      ...{ kind: 'choices', name: 'days', label: words.days, values: settings.workingDays.map(String) },
      options: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: sayDays([day], locale) })),
    },
    {
      ...{ kind: 'text', name: 'holidays', label: words.holidays, hint: words.holidaysHint, optional: true },
      ...(settings.holidays && { value: settings.holidays }),
    },
    ...RHYTHMS.map(
      (name): Field => ({
        ...{ kind: 'choice', name, label: words[name], value: settings[name] },
        options: EVERY.map((value) => ({ value, label: words.every[value] })),
      }),
    ),
    {
      ...{ kind: 'choice', name: 'policy', label: words.policy, hint: words.policyHint, optional: true },
      options: policies.map(({ id, name }) => ({ value: id, label: name.slice(0, 75) })),
      ...(settings.policyId && { value: settings.policyId }),
    },
    {
      ...{ kind: 'channel', name: 'channel', label: words.channel, hint: words.channelHint, optional: true },
      ...(settings.channelId && { value: settings.channelId }),
    },
  ]
  return { locale, id: 'risk.settings', title: words.title, submit: words.save, context, fields }
}
