import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { classNames } from '../../messages/classes.ts'
import { SEVERITIES, TYPES } from '../../rules/classes.ts'
import type { Rule } from '../../rules/routing.ts'
import { ruleWords } from '../messages/rules.ts'

export const LONGEST_CRITERION = 200

/** The context of one that is edited tells how it was. */
export function ruleForm(locale: Locale, { rule, context }: { rule?: Rule; context?: string }): Form {
  const words = ruleWords[locale]
  const names = classNames[locale]
  const { type, severity, product, keyword, ownerId, channelId } = rule ?? {}
  const choices = {
    type: TYPES.map((value) => ({ value, label: names.type[value] })),
    severity: SEVERITIES.map((value) => ({ value: String(value), label: names.severity[value] })),
  }
  const isText = { kind: 'text' as const, optional: true, maxLength: LONGEST_CRITERION }
  const isChoice = { kind: 'choice' as const, optional: true }
  return {
    locale,
    id: rule ? 'complaint.edit-rule' : 'complaint.add-rule',
    title: rule ? words.editTitle : words.addTitle,
    submit: words.save,
    ...(context && { context }),
    fields: [
      { ...isChoice, name: 'type', label: words.ifType, options: choices.type, ...(type && { value: type }) },
      {
        ...isChoice,
        name: 'severity',
        label: words.ifSeverity,
        options: choices.severity,
        ...(severity && { value: String(severity) }),
      },
      { ...isText, name: 'product', label: words.ifProduct, ...(product && { value: product }) },
      {
        ...isText,
        name: 'keyword',
        label: words.ifKeyword,
        hint: words.keywordHint,
        ...(keyword && { value: keyword }),
      },
      { kind: 'person', name: 'owner', label: words.thenOwner, optional: true, ...(ownerId && { value: ownerId }) },
      {
        kind: 'channel',
        name: 'channel',
        label: words.thenChannel,
        hint: words.thenHint,
        optional: true,
        ...(channelId && { value: channelId }),
      },
    ],
  }
}
