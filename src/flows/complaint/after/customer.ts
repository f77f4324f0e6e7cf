import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import type { Context } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'
import { settingsOf } from '../store/settings.ts'

/** The company's name as customers know it. */
export const companyOf = async ({ db, workspace }: Context): Promise<string> =>
  (await settingsOf(db, workspace.id)).companyName ?? workspace.name

/** In which language the customer is addressed; one of whom nothing is known, in the workspace's choice. */
export async function localeOfCustomer(ctx: Context, { customer }: Complaint): Promise<Locale> {
  if (customer.locale) return nearestLocale(customer.locale)
  return (await settingsOf(ctx.db, ctx.workspace.id)).customerLocale
}
