import { alertWords } from '../../alerts/messages/alert.ts'
import { type Alert, alertByNumber, alertsByIds, isOver } from '../../alerts/store/alerts.ts'
import { holdAlerts } from '../../alerts/store/settings.ts'
import type { Locale } from '../../chat/locale.ts'
import { UserError } from '../../errors.ts'
import type { Asking } from '../../flow.ts'
import { alertsWords } from './messages/alerts.ts'

/** `A-12`, `a12`, `A-012`, `12`. */
export function readReference(typed: string): number | null {
  const [, digits] = /^(?:a[-–]?)?(\d{1,9})$/i.exec(typed.normalize('NFKC').trim()) ?? []
  return digits ? Number(digits) : null
}

export async function alertMeant(ctx: Asking, typed: string): Promise<Alert> {
  const number = readReference(typed)
  const alert = number === null ? null : await alertByNumber(ctx.db, ctx.workspace.id, number)
  if (!alert) throw new UserError(alertsWords[ctx.locale].unknown(typed.slice(0, 60)))
  return alert
}

/** The value of a button or the context of a form, as it is now. */
export async function alertOf(ctx: Asking, id: string): Promise<Alert> {
  const [alert] = await alertsByIds(ctx.db, ctx.workspace.id, [id])
  if (!alert) throw new UserError(alertsWords[ctx.locale].gone)
  return alert
}

/** The same, and nobody else changes an alert until this transaction ends; refuses one that is over. */
export async function holdOpen(ctx: Asking, id: string): Promise<Alert> {
  await holdAlerts(ctx.db, ctx.workspace.id)
  const alert = await alertOf(ctx, id)
  if (isOver(alert)) throw new UserError(alertsWords[ctx.locale].over(referenceOf(alert, ctx.locale)))
  return alert
}

export const referenceOf = ({ number }: Alert, locale: Locale): string => alertWords[locale].reference(number)
