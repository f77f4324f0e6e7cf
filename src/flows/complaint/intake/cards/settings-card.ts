import { sayCountry } from '../../../../calendar/countries.ts'
import { sayDays } from '../../../../calendar/say.ts'
import type { Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import type { Settings } from '../../store/settings.ts'
import { writeSpans } from '../hours.ts'
import { settingsWords } from '../messages/settings.ts'

type Shown = {
  settings: Settings
  triage: { id: string; name: string } | null
  duty: string | null
  policy: string | null
  news: string
  isReplanned: boolean
  /** Its name, which customers read as long as no company is named. */
  workspace: string
}

/** How they are now, with what to do next. */
export function settingsCard(locale: Locale, { settings, workspace, ...shown }: Shown): Card {
  const words = settingsWords[locale]
  const { triage, duty, policy, news, isReplanned } = shown
  const { timeZone, days, spans, holidays } = settings.calendar
  return {
    locale,
    tone: 'good',
    title: words.title,
    summary: news,
    blocks: [
      { kind: 'text', text: news },
      {
        kind: 'facts',
        facts: [
          { label: words.triage, value: triage ? [{ channel: triage.id, name: triage.name }] : words.none },
          { label: words.duty, value: duty ?? words.noDuty },
          { label: words.hours, value: words.hoursLine(sayDays(days, locale), writeSpans(spans), timeZone) },
          { label: words.holidays, value: holidays ? sayCountry(holidays, locale) : words.none },
          { label: words.company, value: settings.companyName ?? words.noCompany(workspace) },
          { label: words.language, value: words.languages[settings.customerLocale] },
          { label: words.policy, value: policy ?? words.standard },
        ],
      },
      ...(isReplanned ? [{ kind: 'text' as const, text: words.replanned }] : []),
      { kind: 'context', text: words.next },
      { kind: 'buttons', buttons: [{ label: words.edit, action: 'complaint.settings' }] },
    ],
  }
}
