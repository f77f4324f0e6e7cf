import { LEVELS } from '../../../alerts/rules/levels.ts'
import type { Settings } from '../../../alerts/store/settings.ts'
import type { Field, Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { settingsWords } from '../messages/settings.ts'

/** Alerts a minute. */
export const LARGEST_STORM = 1_000

type Preset = { settings: Settings; policies: readonly { id: string; name: string }[]; context: string }

/** The context tells how the settings were when it was opened. */
export function settingsForm(locale: Locale, { settings, policies, context }: Preset): Form {
  const words = settingsWords[locale]
  const options = policies.map(({ id, name }) => ({ value: id, label: name.slice(0, 75) }))
  const chosen = LEVELS.map((level): Field => {
    const id = settings[`${level}PolicyId`]
    const asked = { kind: 'choice', name: level, label: words.policy[level], hint: words.policyHint } as const
    return { ...asked, optional: true, options, ...(id && { value: id }) }
  })
  return {
    ...{ locale, id: 'alert.settings', title: words.title, submit: words.save, context },
    fields: [
      {
        ...{ kind: 'channel', name: 'channel', label: words.channel, hint: words.channelHint, optional: true },
        ...(settings.channelId && { value: settings.channelId }),
      },
      {
        ...{ kind: 'number', name: 'storm', label: words.storm, hint: words.stormHint, value: settings.stormAfter },
        ...{ min: 1, max: LARGEST_STORM, whole: true },
      },
      ...chosen,
    ],
  }
}
