import type { Field, Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { policyWords } from '../messages/policies.ts'

export const LONGEST_NAME = 80
const LONGEST_STEPS = 2_000

export type PolicyPreset = { name: string; steps: string; progress: string; isDefault: boolean }

export function newPolicyForm(locale: Locale, preset: PolicyPreset): Form {
  const words = policyWords[locale]
  return { locale, id: 'escalation.new', title: words.newTitle, submit: words.save, fields: fieldsOf(locale, preset) }
}

/** The context tells which version was changed. */
export function editPolicyForm(locale: Locale, preset: PolicyPreset & { id: string; version: number }): Form {
  const words = policyWords[locale]
  return {
    locale,
    id: 'escalation.edit',
    title: words.editTitle,
    submit: words.save,
    context: `${preset.id} ${preset.version}`,
    fields: fieldsOf(locale, preset),
  }
}

/** Empty: there is none. */
export function fallbackForm(locale: Locale, channelId: string | null): Form {
  const words = policyWords[locale]
  const field = { name: 'channel', label: words.fallbackField, hint: words.fallbackHint, optional: true }
  return {
    locale,
    id: 'escalation.fallback',
    title: words.setFallback,
    submit: words.save,
    fields: [{ kind: 'channel', ...field, ...(channelId && { value: channelId }) }],
  }
}

function fieldsOf(locale: Locale, { name, steps, progress, isDefault }: PolicyPreset): Field[] {
  const words = policyWords[locale]
  const written = { hint: words.stepsHint, maxLength: LONGEST_STEPS, value: steps }
  return [
    { kind: 'text', name: 'name', label: words.name, maxLength: LONGEST_NAME, ...(name && { value: name }) },
    { kind: 'text', name: 'steps', label: words.steps, lines: 'many', ...written },
    { kind: 'text', name: 'progress', label: words.progress, hint: words.progressHint, value: progress },
    {
      kind: 'toggle',
      name: 'default',
      label: words.makeDefault,
      on: words.makeDefaultOn,
      value: isDefault,
      optional: true,
    },
  ]
}
