import type { FormValues } from '../../../chat/form.ts'
import { FieldErrors } from '../../../errors.ts'
import type { Asking } from '../../../flow.ts'
import { type Severity, TYPES, type Type } from '../rules/classes.ts'
import { CLOCK_KINDS, type ClockKind, readTarget, type Target } from '../rules/targets.ts'
import { slaWords } from './messages/sla.ts'

/** Null where the field was left empty. */
export type Given = { severity: Severity; type: Type | null; targets: Record<ClockKind, Target | null> }

/** What the form says; what can't be is told beside its field. */
export function readTargets(ctx: Asking, severity: Severity, values: FormValues): Given {
  const words = slaWords[ctx.locale]
  const errors: Record<string, string> = {}
  const targets: Given['targets'] = { acknowledge: null, reply: null }
  for (const kind of CLOCK_KINDS) {
    const typed = textIn(values, kind)
    const target = typed === '' ? null : readTarget(typed)
    if (target === 'unreadable') errors[kind] = words.unreadable(typed)
    else if (target === 'out of range') errors[kind] = words.outOfRange
    else targets[kind] = target
  }
  const { acknowledge, reply } = targets
  if (acknowledge && reply && acknowledge.time === reply.time && reply.minutes < acknowledge.minutes)
    errors.reply = words.replyFirst
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return { severity, type: TYPES.find((type) => type === values.type) ?? null, targets }
}

const textIn = (values: FormValues, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : ''
}
