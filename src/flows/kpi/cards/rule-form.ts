import { LEVELS, levelNames } from '../../../alerts/rules/levels.ts'
import type { Field, Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { ruleWords } from '../messages/rule-forms.ts'
import type { Terms } from '../rules/terms.ts'
import type { Rule } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'

export const MOST_IN_A_ROW = 60
type KindName = keyof (typeof ruleWords)['en']['kinds']

export function newRuleForm(locale: Locale, kpi: Kpi): Form {
  const words = ruleWords[locale]
  const fields = fieldsOf(locale, null)
  return {
    locale,
    id: 'kpi.add-rule',
    title: words.title(kpi.name).slice(0, 60),
    submit: words.add,
    context: kpi.id,
    fields,
  }
}

/** The context tells which version it shows. */
export function editRuleForm(locale: Locale, kpi: Kpi, rule: Rule): Form {
  const words = ruleWords[locale]
  const title = `K-${rule.number} ${words.title(kpi.name)}`.slice(0, 60)
  const context = `${rule.id} ${rule.version}`
  return { locale, id: 'kpi.edit-rule', title, submit: words.save, context, fields: fieldsOf(locale, rule) }
}

function fieldsOf(locale: Locale, rule: Rule | null): Field[] {
  const words = ruleWords[locale]
  const shown = rule ? shownOf(rule.terms) : { kind: 'above', bound: '', clear: '', row: '1', last: '' }
  const options = Object.entries(words.kinds).map(([value, label]) => ({ value, label }))
  return [
    { kind: 'choice', name: 'kind', label: words.kind, options, value: shown.kind },
    { ...text('bound', words.bound, words.boundHint), ...(shown.bound && { value: shown.bound }) },
    { ...text('clear', words.clear, words.clearHint), optional: true, ...(shown.clear && { value: shown.clear }) },
    { ...text('row', words.row, words.rowHint), optional: true, value: shown.row },
    { ...text('last', words.last, words.lastHint), optional: true, ...(shown.last && { value: shown.last }) },
    {
      ...{ kind: 'choice', name: 'severity', label: words.severity, value: rule?.severity ?? 'high' },
      options: LEVELS.map((level) => ({ value: level, label: levelNames[level][locale] })),
    },
    { kind: 'people', name: 'tells', label: words.tells, optional: true, ...(rule && { values: rule.tellIds }) },
    {
      ...{ kind: 'channel', name: 'channel', label: words.channel, hint: words.channelHint, optional: true },
      ...(rule?.channelId && { value: rule.channelId }),
    },
  ]
}

/** What stands in the fields for these terms; the form reads it back as the same. */
function shownOf(terms: Terms): { kind: KindName; bound: string; clear: string; row: string; last: string } {
  if (terms.kind === 'missing') return { kind: 'missing', bound: String(terms.periods), clear: '', row: '1', last: '' }
  const row = { row: String(terms.inARow) }
  const sign = terms.kind === 'change' && terms.isPercent ? ' %' : ''
  const clear = terms.clear === undefined ? '' : terms.clear + sign
  switch (terms.kind) {
    case 'above':
    case 'below':
      return { kind: terms.kind, bound: terms.bound, clear, ...row, last: '' }
    case 'change':
      return { kind: `${terms.way}-${terms.against}`, bound: terms.by + sign, clear, ...row, last: '' }
    case 'deviation':
      return { kind: 'deviation', bound: terms.sigmas, clear, ...row, last: `${terms.last} ${terms.least}` }
  }
}

const text = (name: string, label: string, hint: string) =>
  ({ kind: 'text', name, label, hint, maxLength: 60 }) as const
