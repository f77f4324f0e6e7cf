import type { Block, Button, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import type { Rule } from '../../rules/routing.ts'
import { ruleWords } from '../messages/rules.ts'
import type { Names } from './reasons.ts'
import { ruleLine } from './rule-line.ts'

type Shown = { rules: readonly Rule[]; names: Names; duty: string | null; mayChange: boolean; news?: string }

/** All of them in their order, and who gets what none of them fits. */
export function rulesCard(locale: Locale, { rules, names, duty, mayChange, news }: Shown): Card {
  const words = ruleWords[locale]
  const shows = rules.map(
    ({ id }, at): Button => ({ label: words.number(at + 1), action: 'complaint.rule', value: id }),
  )
  const add: Button = { label: words.add, action: 'complaint.add-rule', style: 'primary' }
  const list: Block[] =
    rules.length > 0
      ? [
          { kind: 'text', text: words.order },
          { kind: 'list', ordered: true, items: rules.map((rule) => ruleLine(locale, rule, names)) },
        ]
      : [{ kind: 'text', text: words.none }]
  return {
    locale,
    ...(news && { tone: 'good' }),
    title: words.title,
    summary: news ?? words.summary(rules.length),
    blocks: [
      ...(news ? [{ kind: 'text' as const, text: news }] : []),
      ...list,
      { kind: 'text', text: duty ? words.otherwise(duty) : words.otherwiseAdmin },
      { kind: 'context', text: words.tryHow },
      ...(mayChange ? [{ kind: 'buttons' as const, buttons: [...shows, add] }] : []),
    ],
  }
}

type One = { rule: Rule; place: number; of: number; names: Names; news?: string }

/** One of them with what can be done to it. */
export function ruleCard(locale: Locale, { rule, place, of, names, news }: One): Card {
  const words = ruleWords[locale]
  const { id } = rule
  const confirm = { title: words.deleteAsk(place), text: words.deleteText, yes: words.delete, no: words.keep }
  const buttons: Button[] = [
    { label: words.edit, action: 'complaint.edit-rule', value: id },
    ...(place > 1 ? [{ label: words.up, action: 'complaint.rule-up', value: id }] : []),
    ...(place < of ? [{ label: words.down, action: 'complaint.rule-down', value: id }] : []),
    { label: words.delete, action: 'complaint.delete-rule', value: id, style: 'danger', confirm },
    { label: words.back, action: 'complaint.rules' },
  ]
  return {
    locale,
    ...(news && { tone: 'good' }),
    title: words.number(place),
    summary: news ?? words.number(place),
    blocks: [
      ...(news ? [{ kind: 'text' as const, text: news }] : []),
      { kind: 'text', text: ruleLine(locale, rule, names) },
      { kind: 'buttons', buttons },
    ],
  }
}
