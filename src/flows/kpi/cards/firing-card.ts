import { Temporal } from 'temporal-polyfill'
import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import { firingWords, sayRule } from '../messages/rules.ts'
import type { Sample } from '../rules/history.ts'
import { sayPeriod } from '../rules/say-period.ts'
import type { Rule } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'

type Fired = { kpi: Kpi; rule: Rule; newest: Sample | null }

/** What an alert tells of a rule that fires. */
export function firingCard(locale: Locale, { kpi, rule, newest }: Fired): Card {
  const words = firingWords[locale]
  const isSilent = rule.terms.kind === 'missing'
  const period = newest && sayPeriod(kpi.period, Temporal.PlainDate.from(newest.startsOn), locale)
  const said =
    period && (isSilent ? words.missingSince(period) : words.value(period, sayDecimal(newest.value, kpi.unit)))
  return noteCard(locale, said ?? words.never, {
    title: words.title(kpi.name, sayRule(locale, rule.terms, kpi)),
    hints: isSilent ? [words.enter(kpi.key)] : [],
    buttons: [{ label: words.show, action: 'kpi.show', value: kpi.id }],
  })
}
